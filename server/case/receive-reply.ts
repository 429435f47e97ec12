import { and, eq } from "drizzle-orm";
import { cases, contacts, invitations } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { bytesOf, type InboundMail, markRead, takeUnread } from "#server/mail/queries.ts";
import { readApart } from "#server/mail/read-apart.ts";
import { answerIn } from "#server/response/answer-in.ts";
import { recordResponse } from "#server/response/record.ts";
import { mostCharacters } from "#server/response/schema.ts";
import { openCase } from "./open.ts";
import { addMessage } from "./receive.ts";
import { requireSurviving } from "./surviving.ts";

type Outcome = "answered" | "added" | "known already" | "automatic" | "no such invitation" | "read already";

/**
 * Takes a reply to a mail that asked, once however often it is run. When the customer's own words begin with a score
 * beyond doubt it is the answer, and the rest its comment. Every other person's reply stands in a case for a colleague to
 * read; a machine's is noted and wakes nobody. Returns what became of it.
 */
export async function receiveReply(ctx: Ctx, input: { inboundMailId: string }): Promise<Outcome> {
  const mail = await takeUnread(ctx, input.inboundMailId);
  if (!mail) return "read already";
  const outcome = await take(ctx, mail);
  await markRead(ctx, mail.id, outcome);
  return outcome;
}

async function take(ctx: Ctx, mail: InboundMail): Promise<Outcome> {
  const [found] = await ctx.db
    .select({ invitation: invitations, customerKey: contacts.emailKey })
    .from(invitations)
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, invitations.workspaceId), eq(contacts.id, invitations.contactId)),
    )
    .where(and(eq(invitations.workspaceId, ctx.workspaceId), eq(invitations.number, mail.targetNumber)));
  if (!found) return "no such invitation";
  const { invitation, customerKey } = found;
  const incoming = await readApart(bytesOf(ctx, mail.id), mail.mailFrom);
  if (incoming.automatic) return "automatic";
  const knownSender = incoming.fromAddress === customerKey;
  const answer = knownSender ? answerIn(incoming.text) : null;
  if (answer && (await record(ctx, invitation.number, answer))) return "answered";
  const { id: invitationId, contactId, employee } = invitation;
  const known = await findCase(ctx, invitationId);
  const opened = known ? null : await openCase(ctx, { responseId: null, invitationId, contactId, employee });
  const one = known ?? opened ?? (await findCase(ctx, invitationId));
  const surviving = await requireSurviving(ctx, one!.id);
  return addMessage(ctx, surviving, { mail, incoming, knownSender, told: opened !== null });
}

/** Whether the answer is in; the time of an ask may be over. */
async function record(
  ctx: Ctx,
  invitationNumber: number,
  { score, comment }: NonNullable<ReturnType<typeof answerIn>>,
): Promise<boolean> {
  const recorded = await recordResponse(ctx, {
    invitationNumber,
    score,
    comment: comment.slice(0, mostCharacters),
  });
  return "responseId" in recorded;
}

async function findCase(ctx: Ctx, invitationId: string) {
  const [one] = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.invitationId, invitationId)));
  return one;
}
