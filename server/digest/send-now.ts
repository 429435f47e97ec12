import type { Ctx } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import { requireDigest } from "./queries.ts";
import { lastDueOn, localTime, periodOf } from "./rules.ts";
import type { DigestId } from "./schema.ts";

/**
 * Sends a digest's mail of its last complete days, marked "[Test]", to the member who asks, whether there is news in
 * it or not; what comes by itself is not touched by it. Returns the address, and false where one that was asked for
 * within this minute is on its way.
 *
 * @throws NOT_FOUND when the acting member has no such digest.
 */
export async function sendDigestNow(
  ctx: Ctx,
  { digestId }: DigestId,
): Promise<{ to: string; sent: boolean }> {
  if (ctx.actor.kind !== "member") throw new TypeError("a digest is a member's");
  const { userId, email } = ctx.actor;
  const digest = await requireDigest(ctx, digestId);
  const days = periodOf(digest, lastDueOn(digest, localTime(ctx.now, await timezoneOf(ctx))));
  const mail = await enqueueMail(ctx, {
    kind: "digest",
    toAddress: email,
    dedupeKey: `digest_test:${digestId}:${userId}:${Math.floor(ctx.now.getTime() / 60_000)}`,
    payload: { digestId, ...days, testFor: userId },
  });
  return { to: email, sent: mail !== null };
}
