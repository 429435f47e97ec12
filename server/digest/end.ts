import { and, eq, isNull, type SQL } from "drizzle-orm";
import { digests } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { type Digest, findDigest, requireDigest } from "./queries.ts";
import type { DigestId } from "./schema.ts";

/**
 * Ends a digest: no mail of it leaves any more, not even one that waits in the outbox.
 * @throws NOT_FOUND when the acting member has no such digest.
 */
export async function endDigest(ctx: Ctx, { digestId }: DigestId): Promise<void> {
  await requireDigest(ctx, digestId);
  await end(ctx, eq(digests.id, digestId), { endedBy: memberId(ctx.actor), endedBecause: "by_hand" });
}

/**
 * The same by the link of its mail, whoever posts it; once or again. Returns what it was, or null when there is none.
 *
 * @param number what the link's token names
 */
export async function endByLink(ctx: Ctx, number: number) {
  const found = await findDigest(ctx, { number });
  if (!found) return null;
  const { id, userId } = found.digest;
  await end(ctx, eq(digests.id, id), { endedBy: userId, endedBecause: "by_link" });
  return findDigest(ctx, { number });
}

/** Ends a digest whose team, survey or campaign is gone: of the whole workspace it would tell what nobody asked for. */
export function endGone(ctx: Ctx, digestId: string): Promise<void> {
  return end(ctx, eq(digests.id, digestId), { endedBy: null, endedBecause: "gone" });
}

async function end(ctx: Ctx, which: SQL, how: Pick<Digest, "endedBy" | "endedBecause">): Promise<void> {
  await ctx.db
    .update(digests)
    .set({ ...how, endedAt: ctx.now })
    .where(and(eq(digests.workspaceId, ctx.workspaceId), which, isNull(digests.endedAt)));
}
