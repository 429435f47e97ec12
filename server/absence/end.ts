import { and, eq, isNull } from "drizzle-orm";
import { absences } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, notFound } from "#server/errors.ts";
import { everybodys } from "#server/live/events.ts";
import { refusal } from "#server/refusal.ts";
import { maySetFor } from "./queries.ts";
import type { EndAbsence } from "./schema.ts";

/**
 * Ends an absence, also before its first day. Cases that went to who stood in stay there.
 * @throws NOT_FOUND, also when it was ended already; FORBIDDEN for somebody else's, when a manager does not do it.
 */
export async function endAbsence(ctx: Ctx, { absenceId }: EndAbsence): Promise<void> {
  const standing = and(
    eq(absences.workspaceId, ctx.workspaceId),
    eq(absences.id, absenceId),
    isNull(absences.endedAt),
  );
  const [absence] = await ctx.db.select().from(absences).where(standing).for("update");
  if (!absence) throw notFound("absence");
  if (!maySetFor(ctx, absence.userId)) throw new DomainError("FORBIDDEN", refusal("absenceEndManager"));
  await ctx.db
    .update(absences)
    .set({ endedAt: ctx.now, endedBy: memberId(ctx.actor) })
    .where(standing);
  ctx.nudge("cases", everybodys);
}
