import { targetChanges, type targets } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";

/** Keeps a target as it is now in its log: who made it so, when and why. */
export async function keepVersion(
  ctx: Ctx,
  target: typeof targets.$inferSelect,
  kind: (typeof targetChanges.$inferInsert)["kind"],
  reason: string | null,
): Promise<void> {
  const { id: targetId, version, goal, minimum, ownerId } = target;
  await ctx.db.insert(targetChanges).values({
    workspaceId: ctx.workspaceId,
    ...{ targetId, version, kind, goal, minimum, ownerId, reason },
    changedBy: memberId(ctx.actor),
    at: ctx.now,
  });
  const after = kind === "ended" ? {} : { goal, minimum };
  await recordAct(ctx, `targets.${kind}`, {
    id: targetId,
    label: target.metric,
    after: { ...after, version },
  });
}
