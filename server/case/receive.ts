import { and, eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { caseMessages, cases, contacts } from "#db/schema/index.ts";
import { keepMailParts } from "#server/attachment/keep.ts";
import type { Ctx } from "#server/context.ts";
import type { IncomingMail } from "#server/mail/parse.ts";
import { bytesOf, type InboundMail, markRead, takeUnread } from "#server/mail/queries.ts";
import { readApart } from "#server/mail/read-apart.ts";
import { announce } from "#server/news/announce.ts";
import { callOffReplies } from "./call-off-replies.ts";
import { findLoop } from "./find-loop.ts";
import { wakeForCustomer } from "./reopen.ts";
import { wakesCase } from "./rules.ts";
import { requireSurviving } from "./surviving.ts";

type Outcome = "added" | "known already" | "no such case" | "read already";

/**
 * Puts a mail that came in for a case into its dialogue, once however often it is run or delivered. The
 * customer's own words open the case again, and its owner is told; an auto-reply, an unknown sender's mail or one of a
 * loop is kept and wakes nothing, and nothing is ever sent in answer (RELIABILITY.md F2, F4, F6, F10). Returns what became
 * of it.
 */
export async function receiveMail(ctx: Ctx, input: { inboundMailId: string }): Promise<Outcome> {
  const mail = await takeUnread(ctx, input.inboundMailId);
  if (!mail) return "read already";
  const outcome = await addToCase(ctx, mail);
  await markRead(ctx, mail.id, outcome);
  return outcome;
}

async function addToCase(ctx: Ctx, mail: InboundMail): Promise<Outcome> {
  const [found] = await ctx.db
    .select({ one: cases, customerKey: contacts.emailKey })
    .from(cases)
    .leftJoin(contacts, and(eq(contacts.workspaceId, cases.workspaceId), eq(contacts.id, cases.contactId)))
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.number, mail.targetNumber)));
  if (!found) return "no such case";
  const incoming = await readApart(bytesOf(ctx, mail.id), mail.mailFrom);
  const knownSender = incoming.fromAddress === found.customerKey;
  return addMessage(ctx, await requireSurviving(ctx, found.one.id), { mail, incoming, knownSender });
}

type Received = {
  mail: InboundMail;
  incoming: IncomingMail;
  knownSender: boolean;
  /** Why it does nothing here. */
  setAside?: typeof caseMessages.$inferInsert.setAside;
  /** The case's owner has been told of it. */
  told?: boolean;
};

/** Puts a mail into the dialogue of `one`, once, and wakes it when the customer wrote it. Returns what became of it. */
export async function addMessage(
  ctx: Ctx,
  one: typeof cases.$inferSelect,
  { mail, incoming, knownSender, setAside = null, told = false }: Received,
): Promise<"added" | "known already"> {
  const looped = setAside === null && (await findLoop(ctx, one.id, incoming, mail.receivedAt));
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
      setAside: looped ? "loop" : setAside,
      inboundMailId: mail.id,
      at: mail.receivedAt,
    })
    .onConflictDoNothing()
    .returning({ id: caseMessages.id });
  if (!added) return "known already";

  await keepMailParts(ctx, { caseId: one.id, messageId: added.id }, incoming);
  const { automatic } = incoming;
  if (setAside === null && wakesCase({ automatic, knownSender, looped })) {
    await wake(ctx, one);
    if (!told) await announceMail(ctx, one, added.id);
  }
  ctx.nudge("cases", one.id);
  return "added";
}

function fieldsOf(mail: IncomingMail) {
  const { fromAddress, fromName, subject, text, quoted, automatic, references } = mail;
  return { fromAddress, fromName, subject, text, quoted, automatic, references };
}

/** Whoever hears of it, and can reply to that, is its owner's and others' alerts' (server/alert). */
function announceMail(ctx: Ctx, one: typeof cases.$inferSelect, messageId: string): Promise<void> {
  const { id: caseId, assigneeId: personId } = one;
  return announce(ctx, { kind: "message", caseId, key: `message:${messageId}`, personId, messageId });
}

async function wake(ctx: Ctx, one: typeof cases.$inferSelect): Promise<void> {
  await ctx.db
    .update(cases)
    .set({ lastInboundAt: ctx.now })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id)));
  await wakeForCustomer(ctx, one);
  await callOffReplies(ctx, one.id);
}
