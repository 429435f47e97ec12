import { and, eq } from "drizzle-orm";
import { workingTimes } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { requireTeam } from "#server/team/require.ts";
import type { ResetWorkingTime } from "./schema.ts";

/**
 * Lets the workspace's hours hold for a team again. Closed days of its own stay.
 * @throws NOT_FOUND for a team of another workspace.
 */
export async function resetWorkingTime(ctx: Ctx, { teamId }: ResetWorkingTime): Promise<void> {
  const { name } = await requireTeam(ctx, teamId);
  await ctx.db
    .delete(workingTimes)
    .where(and(eq(workingTimes.workspaceId, ctx.workspaceId), eq(workingTimes.teamId, teamId)));
  await recordAct(ctx, "settings.hours_reset", { id: teamId, label: name });
}
