import { eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { cases, contacts, outboundMails, responses } from "#db/schema/index.ts";
import { openCase } from "#server/case/open.ts";
import type { Runtime } from "#server/entry.ts";
import { makeInvitation, type TestWorkspace } from "./factories.ts";

/** A customer who was asked by mail eight days ago, answered 3, and whose case is open; with the mail that asked. */
export async function makeOpenCase(rt: Runtime, workspace: TestWorkspace, over: { locale?: string } = {}) {
  const invitation = await makeInvitation(rt, workspace, over);
  const askedAt = new Date(rt.clock().getTime() - 8 * 86_400_000);
  return workspace.run(async (ctx) => {
    const own = { workspaceId: ctx.workspaceId };
    const { id: invitationId, contactId, surveyId } = invitation;
    const [contact] = await ctx.db.select().from(contacts).where(eq(contacts.id, contactId));
    const messageId = `<asked-${invitationId}@reply.svar.test>`;
    await ctx.db.insert(outboundMails).values({
      ...{ ...own, id: newId(), kind: "invitation", priority: 100, dedupeKey: invitationId, messageId },
      ...{ toAddress: contact!.email!, toDomain: "customer.example", addressHash: contact!.addressHash },
      ...{ invitationId, state: "sent", sentAt: askedAt, nextAttemptAt: askedAt, createdAt: askedAt },
    });
    const responseId = newId();
    await ctx.db.insert(responses).values({
      ...{ ...own, id: responseId, surveyId, invitationId, contactId, score: 3, comment: "Late again." },
      ...{ evidence: "confirmed", channel: "email", locale: invitation.locale },
      ...{ answeredAt: askedAt, updatedAt: askedAt },
    });
    const one = await openCase(ctx, { responseId, invitationId, contactId, employee: null, score: 3 });
    await ctx.db.update(cases).set({ firstReplyAt: ctx.now }).where(eq(cases.id, one!.id));
    return { caseId: one!.id, contact: contact!, responseId, invitation, messageId };
  });
}
