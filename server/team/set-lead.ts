import { and, eq } from "drizzle-orm";
import { members, teams } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { findMember } from "#server/workspace/find-member.ts";
import { nudgeSight } from "#server/workspace/nudge-sight.ts";
import { requireTeam } from "./require.ts";
import type { SetLead } from "./schema.ts";

/**
 * Says who leads a team.
 * @throws NOT_FOUND for a team, INVALID at `leadId` for a person, of another workspace.
 */
export async function setLead(ctx: Ctx, { teamId, leadId }: SetLead): Promise<void> {
  const team = await requireTeam(ctx, teamId);
  const here = and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, leadId ?? ""));
  if (leadId && (await ctx.db.$count(members, here)) === 0) {
    throw invalid("leadId", refusal("noColleague"));
  }
  await ctx.db
    .update(teams)
    .set({ leadId })
    .where(and(eq(teams.workspaceId, ctx.workspaceId), eq(teams.id, teamId)));
  const nameOf = async (id: string | null) => (id ? ((await findMember(ctx, id))?.name ?? null) : null);
  const [before, after] = [{ lead: await nameOf(team.leadId) }, { lead: await nameOf(leadId) }];
  await recordAct(ctx, "people.lead_set", { id: teamId, label: team.name, before, after });
  nudgeSight(ctx);
}
