import { and, eq, isNull } from "drizzle-orm";
import { closedDays } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { RemoveClosedDay } from "./schema.ts";

/**
 * Lets a closed day be a working day again; that it was closed, and who changed it, stays known.
 * @throws NOT_FOUND, also when it was removed already.
 */
export async function removeClosedDay(ctx: Ctx, { closedDayId }: RemoveClosedDay): Promise<void> {
  const [removed] = await ctx.db
    .update(closedDays)
    .set({ removedAt: ctx.now, removedBy: memberId(ctx.actor) })
    .where(
      and(
        eq(closedDays.workspaceId, ctx.workspaceId),
        eq(closedDays.id, closedDayId),
        isNull(closedDays.removedAt),
      ),
    )
    .returning({ name: closedDays.name, day: closedDays.day });
  if (!removed) throw notFound("closedDay");
  const { name, day } = removed;
  await recordAct(ctx, "settings.day_opened", { id: closedDayId, label: name, before: { day } });
}
