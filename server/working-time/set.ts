import { newId } from "#db/id.ts";
import { workingTimes } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { requireTeam } from "#server/team/require.ts";
import { type SetWorkingTime, weekOf } from "./schema.ts";

/**
 * Sets when the workspace, or a team of it, works. Cases that are open keep their due times; those that open or come
 * back from now on are counted in it.
 * @throws NOT_FOUND for a team of another workspace.
 */
export async function setWorkingTime(ctx: Ctx, input: SetWorkingTime): Promise<void> {
  const { teamId, timezone, calendar, customary } = input;
  const team = teamId ? await requireTeam(ctx, teamId) : null;
  const values = {
    ...{ timezone, calendar, customary, week: weekOf(input) },
    ...{ setAt: ctx.now, setBy: memberId(ctx.actor) },
  };
  await ctx.db
    .insert(workingTimes)
    .values({ workspaceId: ctx.workspaceId, id: newId(ctx.now.getTime()), teamId, ...values })
    .onConflictDoUpdate({ target: [workingTimes.workspaceId, workingTimes.teamId], set: values });
  await recordAct(ctx, "settings.hours_set", {
    id: teamId,
    label: team?.name,
    after: { timezone, calendar },
  });
}
