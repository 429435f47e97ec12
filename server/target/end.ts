import { type Ctx, memberId } from "#server/context.ts";
import { nextVersion, requireTarget } from "./change.ts";
import { keepVersion } from "./keep-version.ts";
import type { EndTarget } from "./schema.ts";

/**
 * Ends a target: the days under way are not judged, those that were over before keep their outcome, and its log stays.
 * @throws NOT_FOUND when it is not in this workspace, CONFLICT when it has ended or was changed since it was seen.
 */
export async function endTarget(ctx: Ctx, { targetId, version, reason }: EndTarget): Promise<void> {
  await requireTarget(ctx, targetId);
  const ended = { endedAt: ctx.now, endedBy: memberId(ctx.actor) };
  const row = await nextVersion(ctx, { targetId, version }, ended);
  await keepVersion(ctx, row, "ended", reason);
}
