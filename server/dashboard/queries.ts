import { eq, sql } from "drizzle-orm";
import { surveys, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { countProvisional } from "#server/evidence/queries.ts";
import { total } from "#server/nps/groups.ts";
import { type Bucket, countWithBefore, pooled } from "#server/response/count.ts";
import { countAsked } from "#server/response/count-asked.ts";
import { countNotInvited } from "#server/response/count-not-invited.ts";
import { listChoices } from "#server/response/list-choices.ts";
import { cutsIn } from "#server/response/read-counters.ts";
import { ResponseFilter } from "#server/response/schema.ts";
import { listMentions } from "./list-mentions.ts";
import { listParts } from "./list-parts.ts";
import { listNewest } from "./newest.ts";
import { beforeOf, daysOf, steadierBucket, verdictOf } from "./rules.ts";
import type { DashboardView } from "./schema.ts";
import { trendOf } from "./trend.ts";

/**
 * Everything the dashboard shows for a view: counts, those of the days it is compared with and what may be said of
 * the difference, the trend, the newest answers with their cases, what they mention, the answers side by side by
 * one thing, who was asked (null where more than days and survey narrows, which is not counted), how many numbers
 * were opened and not sent, how many answers came of people who were not asked, and what can be filtered by.
 */
export async function getDashboard(ctx: Ctx, view: DashboardView) {
  const [workspace] = await ctx.db
    .select({ name: workspaces.name, timezone: workspaces.timezone })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const { shown, length, bucket: cut, today } = daysOf(view, ctx.now, workspace!.timezone);
  const filter = { ...ResponseFilter.parse(view), from: shown.from, to: shown.to };
  const compared = beforeOf(view, shown, length);
  const before = compared === "overlaps" ? null : compared;
  const count = (by: Bucket) => countWithBefore(ctx, filter, by, before);
  const [first, newest, asked, setAside, notInvited, ofSurveys, choices] = await Promise.all([
    count(cut),
    listNewest(ctx, filter),
    cutsIn(filter)?.length === 0 ? countAsked(ctx, filter) : null,
    countProvisional(ctx, filter),
    countNotInvited(ctx, filter),
    listSurveys(ctx),
    listChoices(ctx),
  ]);
  const counts = pooled(first.shown);
  const bucket = view.by ?? steadierBucket(cut, total(counts), length);
  const [counted, parts, mentions] = await Promise.all([
    bucket === cut ? first : count(bucket),
    listParts(ctx, filter, view.cut, counts, choices),
    listMentions(ctx, filter, counts, choices),
  ]);
  const countsBefore = before && pooled(counted.before);
  return {
    workspace: workspace!,
    days: shown,
    bucket,
    counts,
    compared,
    before: countsBefore,
    verdict: verdictOf(counts, countsBefore),
    trend: trendOf(counted, bucket, shown.to && [shown.to, today].sort()[0]),
    newest,
    parts,
    mentions,
    asked,
    setAside,
    notInvited,
    surveys: ofSurveys,
    choices,
  };
}

function listSurveys(ctx: Ctx) {
  return ctx.db
    .select({ id: surveys.id, name: surveys.name })
    .from(surveys)
    .where(eq(surveys.workspaceId, ctx.workspaceId))
    .orderBy(surveys.name);
}

/** The day of the newest answer of all, in the workspace's calendar, or null before the first. */
export async function latestAnswerDay(ctx: Ctx): Promise<string | null> {
  const [row] = await ctx.db.execute<{ day: string }>(sql`
    SELECT (r.answered_at AT TIME ZONE w.timezone)::date::text AS day
    FROM responses r JOIN workspaces w ON w.id = r.workspace_id
    WHERE r.workspace_id = ${ctx.workspaceId} AND r.counts
    ORDER BY r.answered_at DESC LIMIT 1`);
  return row?.day ?? null;
}
