import { sendAttachments } from "#server/attachment/send.ts";
import { momentIn } from "#server/campaign/rules.ts";
import type { Ctx } from "#server/context.ts";
import { discardDraft } from "#server/draft/discard.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { requireOwnWords } from "#server/template/require-own-words.ts";
import { getUndo } from "#server/workspace/change-undo.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import { closeCase } from "./close.ts";
import { listNewer, type Newer } from "./list-newer.ts";
import { requireNoOpenPromise } from "./open-promises.ts";
import { requireCase } from "./queries.ts";
import { replyToCase } from "./reply.ts";
import type { SendReply } from "./schema.ts";
import { endOfSnooze, snoozeCase } from "./snooze.ts";

type Sent =
  | { sent: true; id: string; goesOutAt: Date; held: boolean }
  /** Something new came in that the writer has not seen. */
  | { sent: false; newer: Newer[] };

const mostDays = 90;

/**
 * Sends what a member wrote, at the time they chose or once it can be taken back no longer, and ends its draft. Nothing
 * is sent while the dialogue holds what the writer has not seen: that is returned. Two who send at once are one after
 * the other, so that the second one hears of the first.
 * @throws as replyToCase; INVALID on `sendAt` when that is past or too far away, on `text` while something in it is to
 * be filled in or it is a template and nothing else, on `files` when a reply cannot carry them, on `snooze` when the case
 * would be back before the reply goes out; CONFLICT when the case is to be closed with it and a promise is open.
 */
export async function sendReply(ctx: Ctx, input: SendReply): Promise<Sent> {
  await requireOwnWords(ctx, input.text);
  await requireCase(ctx, input.caseId, { lock: true });
  const newer = await listNewer(ctx, input.caseId, input.seen);
  if (newer.length > 0) return { sent: false, newer };

  const { sendAt, unlessAnswered = false, closing = null, snooze } = input;
  if (closing) await requireNoOpenPromise(ctx, input.caseId);
  const planned = sendAt !== undefined;
  const goesOutAt = planned
    ? await chosen(ctx, sendAt)
    : new Date(ctx.now.getTime() + (await getUndo(ctx)).seconds * 1000);
  const snoozeUntil = snooze === undefined ? null : await requireSleep(ctx, snooze, goesOutAt);
  const hold = goesOutAt > ctx.now ? { goesOutAt, planned, unlessAnswered, closing, snoozeUntil } : undefined;
  const { id } = await replyToCase(ctx, input, { hold });
  await sendAttachments(ctx, input.caseId, id);
  if (closing && !hold) await closeCase(ctx, { caseId: input.caseId, ...closing });
  if (snooze !== undefined && !hold) await snoozeCase(ctx, { caseId: input.caseId, until: snooze });
  await discardDraft(ctx, input.caseId);
  return { sent: true, id, goesOutAt, held: hold !== undefined };
}

async function requireSleep(
  ctx: Ctx,
  snooze: NonNullable<SendReply["snooze"]>,
  goesOutAt: Date,
): Promise<Date> {
  const until = await endOfSnooze(ctx, snooze, goesOutAt);
  if (until) return until;
  throw invalid("snooze", refusal("snoozeAfterReply"));
}

async function chosen(ctx: Ctx, sendAt: string): Promise<Date> {
  const at = momentIn(sendAt, await timezoneOf(ctx));
  const ahead = at.getTime() - ctx.now.getTime();
  if (ahead <= 0) throw invalid("sendAt", refusal("sendAtPassed"));
  if (ahead > mostDays * 86_400_000) throw invalid("sendAt", refusal("sendWithin", { days: mostDays }));
  return at;
}
