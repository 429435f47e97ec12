import { and, eq, isNull } from "drizzle-orm";
import { targets } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError, invalid, notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { keepVersion } from "./keep-version.ts";
import { type ChangeTarget, goalProblem } from "./schema.ts";
import { requireMember } from "./set.ts";

/**
 * Changes what a target asks for or who answers for it; what it was before stays in its log. An owner who has left
 * may stay the owner. Returns the new version. Of two who change the same version, one wins.
 * @throws NOT_FOUND when it is not in this workspace, INVALID naming the field, CONFLICT when it has ended or was
 * changed since the version that was seen.
 */
export async function changeTarget(ctx: Ctx, input: ChangeTarget): Promise<{ version: number }> {
  const { targetId, version, goal, minimum, ownerId, reason } = input;
  const before = await requireTarget(ctx, targetId);
  const wrong = goalProblem(before.metric, goal);
  if (wrong) throw invalid("goal", wrong);
  if (ownerId !== before.ownerId) await requireMember(ctx, ownerId);
  if (goal === before.goal && minimum === before.minimum && ownerId === before.ownerId) {
    throw invalid("goal", refusal("targetSame"));
  }
  const row = await nextVersion(ctx, { targetId, version }, { goal, minimum, ownerId });
  await keepVersion(ctx, row, "changed", reason);
  return { version: row.version };
}

/** The target with this id. @throws NOT_FOUND when it is not in this workspace. */
export async function requireTarget(ctx: Ctx, targetId: string): Promise<typeof targets.$inferSelect> {
  const [row] = await ctx.db
    .select()
    .from(targets)
    .where(and(eq(targets.workspaceId, ctx.workspaceId), eq(targets.id, targetId)));
  if (!row) throw notFound("target");
  return row;
}

/** Writes `changes` where the target is still at the version that was seen. @throws CONFLICT when it is not. */
export async function nextVersion(
  ctx: Ctx,
  seen: { targetId: string; version: number },
  changes: Partial<typeof targets.$inferInsert>,
): Promise<typeof targets.$inferSelect> {
  const [row] = await ctx.db
    .update(targets)
    .set({ ...changes, version: seen.version + 1 })
    .where(
      and(
        eq(targets.workspaceId, ctx.workspaceId),
        eq(targets.id, seen.targetId),
        eq(targets.version, seen.version),
        isNull(targets.endedAt),
      ),
    )
    .returning();
  if (row) return row;
  throw new DomainError("CONFLICT", refusal("targetChanged"));
}
