import type { Ctx } from "#server/context.ts";
import type { ResponseFilter } from "#server/response/schema.ts";
import { targetsOn } from "#server/target/queries.ts";
import { heldOn } from "#server/target/rules.ts";
import { isOfTeam } from "./rules.ts";

/**
 * The targets that are about what a view shows: those of the whole or of the team it is narrowed to, with days among
 * its days; null where anything else narrows. Each as it stands in the last of its periods, and what it asked for in
 * all of them, newest first.
 */
export async function listTargetsOf(ctx: Ctx, filter: ResponseFilter) {
  if (!isOfTeam(filter)) return null;
  const found = await targetsOn(ctx, filter);
  return found.map(({ target: { id, metric, teamName, ownerName, ownerId, versions }, periods, now }) => ({
    id,
    metric,
    teamName,
    ownerName,
    ownerId,
    ...now,
    held: periods.map((period) => ({ ...period, goal: heldOn(versions, period.to).goal })),
  }));
}
