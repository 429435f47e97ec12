import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { retentionHolds } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import type { HoldRetention } from "./schema.ts";

/** From now on nothing is removed because of its age, such as during a dispute. A hold that stands stays as it is. */
export async function holdRetention(ctx: Ctx, { reason }: HoldRetention): Promise<void> {
  const made = await ctx.db
    .insert(retentionHolds)
    .values({
      ...{ workspaceId: ctx.workspaceId, id: newId(ctx.now.getTime()), reason },
      ...{ heldAt: ctx.now, heldBy: memberId(ctx.actor) },
    })
    .onConflictDoNothing()
    .returning({ id: retentionHolds.id });
  if (made.length > 0) await recordAct(ctx, "privacy.removal_held");
}

/** Lets things be removed by their age again. */
export async function endHold(ctx: Ctx): Promise<void> {
  const ended = await ctx.db
    .update(retentionHolds)
    .set({ endedAt: ctx.now, endedBy: memberId(ctx.actor) })
    .where(and(eq(retentionHolds.workspaceId, ctx.workspaceId), isNull(retentionHolds.endedAt)))
    .returning({ id: retentionHolds.id });
  if (ended.length > 0) await recordAct(ctx, "privacy.removal_freed");
}
