import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { caseMessages, type cases, workspaces } from "#db/schema/index.ts";
import { keepFiles } from "#server/attachment/keep.ts";
import { problemOfReply } from "#server/attachment/rules.ts";
import type { Ctx } from "#server/context.ts";
import { giveBackDraft } from "#server/draft/give-back.ts";
import { DomainError } from "#server/errors.ts";
import type { IncomingMail } from "#server/mail/parse.ts";
import { bytesOf, type InboundMail, markRead, takeUnread } from "#server/mail/queries.ts";
import { readApart } from "#server/mail/read-apart.ts";
import { seesCase } from "#server/team/sees-case.ts";
import { findActor } from "./find-actor.ts";
import { findNotification, type Notification } from "./find-notification.ts";
import { listNewer } from "./list-newer.ts";
import { requireCase } from "./queries.ts";
import { addMessage } from "./receive.ts";
import { replyToCase } from "./reply.ts";
import { type NotSent, whyNotSent } from "./rules.ts";
import { requireSurviving } from "./surviving.ts";
import { tellNotSent } from "./tell-not-sent.ts";

type Case = typeof cases.$inferSelect;
type Outcome = "sent" | "known already" | "automatic" | "no such case" | "read already" | NotSent;

const longestReply = 20_000;

/**
 * Takes a colleague's reply to a mail that told them of a case, once however often it is run or delivered: it goes to the
 * customer at once as their reply, without what it quotes, when it is beyond doubt theirs (`proven`, prove-sender.ts), they
 * may act in the case, and nothing came in since that mail. Else nothing is sent: what is beyond doubt theirs is in their
 * draft, what is not stands set aside in the case, and they are told once why. A machine's mail is kept and nobody told.
 * Returns what became of it.
 */
export async function receiveColleagueMail(
  ctx: Ctx,
  input: { inboundMailId: string; proven: string | null },
): Promise<Outcome> {
  const mail = await takeUnread(ctx, input.inboundMailId);
  if (!mail) return "read already";
  const outcome = await take(ctx, mail, input.proven);
  // Of somebody who had their data erased nothing comes back with what a colleague quotes.
  await markRead(ctx, mail.id, outcome, { forget: outcome === "erased" || outcome === "no such case" });
  return outcome;
}

async function take(ctx: Ctx, mail: InboundMail, proven: string | null): Promise<Outcome> {
  const told = await findNotification(ctx, mail.targetNumber);
  if (!told) return "no such case";
  const { id } = await requireSurviving(ctx, told.caseId);
  const one = await requireCase(ctx, id, { lock: true });
  const incoming = await readApart(bytesOf(ctx, mail.id), mail.mailFrom);
  const automatic = incoming.automatic || incoming.sentBySvar;
  if (!one.contactId) {
    if (!automatic) await tellNotSent(ctx, told, "erased");
    return "erased";
  }
  const aside = { mail, incoming, knownSender: false };
  if (automatic) {
    await addMessage(ctx, one, { ...aside, setAside: "automatic" });
    return "automatic";
  }
  const known = await findActor(ctx, told.memberId);
  const actor = known && (await seesCase(ctx, known.userId, one.id)) ? known : null;
  const why = whyNotSent({ actor, proven, ...incoming, sentTo: mail.rcptTo });
  if (!actor || why === "unverified" || why === "not_allowed") {
    const setAside = why === "unverified" ? why : "not_allowed";
    if ((await addMessage(ctx, one, { ...aside, setAside })) === "added")
      await tellNotSent(ctx, told, setAside);
    return setAside;
  }
  return answer({ ...ctx, actor }, one, { mail, incoming, told, why });
}

type Answered = { mail: InboundMail; incoming: IncomingMail; told: Notification; why: "empty" | null };

/** The mail is theirs: it is sent, or put into their draft. */
async function answer(ctx: Ctx, one: Case, { mail, incoming, told, why }: Answered): Promise<Outcome> {
  const digest = Buffer.from(mail.sha256).toString("hex");
  const writtenBy = { inboundMailId: mail.id, writtenAs: incoming.messageId ?? `<${digest}@no-message-id>` };
  if (await wasSent(ctx, one.id, writtenBy.writtenAs)) return "known already";
  const problem = why ?? (await problemOf(ctx, one, incoming, told));
  if (!problem && (await send(ctx, one.id, incoming, writtenBy))) return "sent";
  const because = problem ?? "refused";
  const isNews = await tellNotSent(ctx, told, because, hashOf(writtenBy.writtenAs));
  if (!isNews) return "known already";
  if (because === "empty") return because;
  const draft = { caseId: one.id, memberId: told.memberId };
  await giveBackDraft(ctx, { ...draft, text: incoming.text });
  await keepFiles(ctx, draft, incoming.files);
  ctx.nudge("cases", one.id);
  return because;
}

async function wasSent(ctx: Ctx, caseId: string, writtenAs: string): Promise<boolean> {
  const sent = await ctx.db.$count(
    caseMessages,
    and(
      eq(caseMessages.workspaceId, ctx.workspaceId),
      eq(caseMessages.caseId, caseId),
      eq(caseMessages.writtenAs, writtenAs),
    ),
  );
  return sent > 0;
}

async function problemOf(
  ctx: Ctx,
  one: Case,
  { text, files }: IncomingMail,
  told: Notification,
): Promise<NotSent | null> {
  if (one.state === "closed") return "closed";
  // What tells colleagues of a case is not for its customer.
  if (text.includes(await pathOf(ctx, told.caseId)) || text.length > longestReply) return "quoted";
  if (problemOfReply(files.map(({ content }) => content.length))) return "files";
  return (await listNewer(ctx, one.id, told.mailId)).length > 0 ? "newer" : null;
}

async function pathOf(ctx: Ctx, caseId: string): Promise<string> {
  const [workspace] = await ctx.db
    .select({ slug: workspaces.slug })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  return `/${workspace!.slug}/cases/${caseId}`;
}

/** Whether it went out; it does not to a customer who gets no mail. */
async function send(
  ctx: Ctx,
  caseId: string,
  { text, files }: IncomingMail,
  writtenBy: { inboundMailId: string; writtenAs: string },
): Promise<boolean> {
  try {
    await ctx.db.transaction(async (db) => {
      const { id } = await replyToCase({ ...ctx, db }, { caseId, text }, { writtenBy });
      await keepFiles({ ...ctx, db }, { caseId, messageId: id }, files);
    });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
