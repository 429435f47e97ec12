import { and, eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { caseMessages, cases, contacts, inboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { type IncomingMail, parseMail } from "#server/mail/parse.ts";
import { announce } from "#server/news/announce.ts";
import { callOffReplies } from "./call-off-replies.ts";
import { wakeForCustomer } from "./reopen.ts";
import { wakesCase } from "./rules.ts";

type Outcome = "added" | "known already" | "no such case" | "read already";

/**
 * Puts a mail that came in for a case into its dialogue, once however often it is run or delivered. The
 * customer's own words open the case again; an auto-reply or an unknown sender's mail is kept and wakes
 * nothing, and nothing is ever sent in answer (RELIABILITY.md F2, F6, F10). Returns what became of it.
 */
export async function receiveMail(ctx: Ctx, input: { inboundMailId: string }): Promise<Outcome> {
  const [mail] = await ctx.db
    .select()
    .from(inboundMails)
    .where(and(eq(inboundMails.workspaceId, ctx.workspaceId), eq(inboundMails.id, input.inboundMailId)))
    .for("update");
  if (!mail || mail.readAt) return "read already";
  const outcome = await addToCase(ctx, mail);
  await ctx.db
    .update(inboundMails)
    .set({ readAt: ctx.now, outcome })
    .where(and(eq(inboundMails.workspaceId, ctx.workspaceId), eq(inboundMails.id, mail.id)));
  return outcome;
}

async function addToCase(ctx: Ctx, mail: typeof inboundMails.$inferSelect): Promise<Outcome> {
  const [found] = await ctx.db
    .select({ one: cases, customerKey: contacts.emailKey })
    .from(cases)
    .leftJoin(contacts, and(eq(contacts.workspaceId, cases.workspaceId), eq(contacts.id, cases.contactId)))
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.number, mail.targetNumber)));
  if (!found) return "no such case";
  const incoming = await parseMail(mail.raw, mail.mailFrom);
  const knownSender = incoming.fromAddress === found.customerKey;
  return addMessage(ctx, found.one, { mail, incoming, knownSender });
}

type Received = { mail: typeof inboundMails.$inferSelect; incoming: IncomingMail; knownSender: boolean };

/** Puts a mail into the dialogue of `one`, once, and wakes it when the customer wrote it. Returns what became of it. */
export async function addMessage(
  ctx: Ctx,
  one: typeof cases.$inferSelect,
  { mail, incoming, knownSender }: Received,
): Promise<"added" | "known already"> {
  const [added] = await ctx.db
    .insert(caseMessages)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      caseId: one.id,
      direction: "in",
      ...fieldsOf(incoming),
      messageId: incoming.messageId ?? `<${Buffer.from(mail.sha256).toString("hex")}@no-message-id>`,
      knownSender,
      inboundMailId: mail.id,
      at: mail.receivedAt,
    })
    .onConflictDoNothing()
    .returning({ id: caseMessages.id });
  if (!added) return "known already";

  await wake(ctx, one, { automatic: incoming.automatic, knownSender, messageId: added.id });
  ctx.nudge("cases", one.id);
  return "added";
}

function fieldsOf(mail: IncomingMail) {
  const { fromAddress, fromName, subject, text, quoted, automatic, references } = mail;
  return { fromAddress, fromName, subject, text, quoted, automatic, references };
}

async function wake(
  ctx: Ctx,
  one: typeof cases.$inferSelect,
  mail: { automatic: boolean; knownSender: boolean; messageId: string },
): Promise<void> {
  if (!wakesCase(mail)) return;
  await ctx.db
    .update(cases)
    .set({ lastInboundAt: ctx.now })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id)));
  await wakeForCustomer(ctx, one);
  await callOffReplies(ctx, one.id);
  await announce(ctx, {
    kind: "message",
    caseId: one.id,
    key: `message:${mail.messageId}`,
    personId: one.assigneeId,
  });
}
