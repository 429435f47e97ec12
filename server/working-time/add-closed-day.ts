import { newId } from "#db/id.ts";
import { closedDays } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { requireTeam } from "#server/team/require.ts";
import { findWorkingTime } from "./queries.ts";
import { dayIn } from "./rules.ts";
import type { AddClosedDay } from "./schema.ts";

/**
 * Closes the company, or a team of it, on a day to come. Returns the day's id.
 * @throws NOT_FOUND for a team of another workspace, INVALID at `day` when that is over, CONFLICT at `day` when it is
 * closed already.
 */
export async function addClosedDay(ctx: Ctx, { teamId, day, name }: AddClosedDay): Promise<{ id: string }> {
  if (teamId) await requireTeam(ctx, teamId);
  const { timezone } = await findWorkingTime(ctx, teamId);
  if (day < dayIn(timezone, ctx.now)) throw invalid("day", refusal("dayOver"));
  const [added] = await ctx.db
    .insert(closedDays)
    .values({
      ...{ workspaceId: ctx.workspaceId, id: newId(ctx.now.getTime()), teamId, day, name },
      ...{ addedAt: ctx.now, addedBy: memberId(ctx.actor) },
    })
    .onConflictDoNothing()
    .returning({ id: closedDays.id });
  if (!added) throw new DomainError("CONFLICT", refusal("dayClosedAlready"), "day");
  await recordAct(ctx, "settings.day_closed", { id: added.id, label: name, after: { day } });
  return added;
}
