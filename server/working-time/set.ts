import { newId } from "#db/id.ts";
import { workingTimes } from "#db/schema/index.ts";
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
  if (teamId) await requireTeam(ctx, teamId);
  const values = {
    ...{ timezone, calendar, customary, week: weekOf(input) },
    ...{ setAt: ctx.now, setBy: memberId(ctx.actor) },
  };
  await ctx.db
    .insert(workingTimes)
    .values({ workspaceId: ctx.workspaceId, id: newId(ctx.now.getTime()), teamId, ...values })
    .onConflictDoUpdate({ target: [workingTimes.workspaceId, workingTimes.teamId], set: values });
}
