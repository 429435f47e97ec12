import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { teamSights, users, workspaces } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { nudgeSight } from "#server/workspace/nudge-sight.ts";
import type { SetSight } from "./schema.ts";

/**
 * Shows agents and viewers their own teams' cases and answers only, with or without what belongs to no team, from their
 * next request on; or everything again. To ask for what is so already changes nothing. docs/decisions/0052.
 */
export async function setSight(ctx: Ctx, { sees }: SetSight): Promise<void> {
  // One at a time, so that two at once are one after the other.
  await ctx.db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId))
    .for("no key update");
  const was = (await getSight(ctx))?.sees ?? "everything";
  if (was === sees) return;
  const by = memberId(ctx.actor);
  if (was !== "everything")
    await ctx.db.update(teamSights).set({ endedAt: ctx.now, endedBy: by }).where(standing(ctx));
  if (sees !== "everything") {
    const { workspaceId, now } = ctx;
    const begun = { id: newId(now.getTime()), begunAt: now, begunBy: by };
    await ctx.db.insert(teamSights).values({ workspaceId, ...begun, teamless: sees === "teams_and_none" });
  }
  await recordAct(ctx, "people.sight_set", { before: { sees: was }, after: { sees } });
  nudgeSight(ctx);
}

/** What agents and viewers see where that is not everything, since when, and who said so. */
export async function getSight(ctx: Ctx) {
  const [row] = await ctx.db
    .select({ teamless: teamSights.teamless, since: teamSights.begunAt, by: users.name })
    .from(teamSights)
    .leftJoin(users, eq(users.id, teamSights.begunBy))
    .where(standing(ctx));
  if (!row) return null;
  const { teamless, ...begun } = row;
  return { sees: teamless ? ("teams_and_none" as const) : ("teams" as const), ...begun };
}

const standing = (ctx: Ctx) => and(eq(teamSights.workspaceId, ctx.workspaceId), isNull(teamSights.endedAt));
