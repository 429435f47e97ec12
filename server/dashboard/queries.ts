import { eq, sql } from "drizzle-orm";
import { surveys, workspaces } from "#db/schema/index.ts";
import { listAnnotations } from "#server/annotation/queries.ts";
import type { Ctx } from "#server/context.ts";
import { countProvisional, countUnsettled } from "#server/evidence/queries.ts";
import { total } from "#server/nps/groups.ts";
import { type Bucket, countWithBefore, pooled } from "#server/response/count.ts";
import { countAsked } from "#server/response/count-asked.ts";
import { countNotInvited } from "#server/response/count-not-invited.ts";
import { countWithdrawn } from "#server/response/count-withdrawn.ts";
import { type Choices, listChoices } from "#server/response/list-choices.ts";
import { cutsIn } from "#server/response/read-counters.ts";
import { ResponseFilter } from "#server/response/schema.ts";
import { getFollowUp } from "./follow-up.ts";
import { groupVerdictOf } from "./group-verdict.ts";
import { listMentions } from "./list-mentions.ts";
import { listParts } from "./list-parts.ts";
import { listNewest } from "./newest.ts";
import { beforeOf, daysOf, steadierBucket, verdictOf } from "./rules.ts";
import type { DashboardView } from "./schema.ts";
import { listTargetsOf } from "./targets.ts";
import { trendOf } from "./trend.ts";

/** What a dashboard can be narrowed by. */
export type Offered = { surveys: { id: string; name: string }[]; choices: Choices[] };

/**
 * Everything the dashboard shows for a view: counts, those of the days it is compared with and what may be said of
 * the difference, the trend with what was noted of its days, the newest answers with their cases, what they mention,
 * the answers side by side by one thing, the targets that are about it (null where more than days and team narrows),
 * how its cases are followed up, who was asked (null where more than days and survey narrows, which is not counted),
 * what no figure has (opened and not sent, opened just now, withdrawn), how many answers came of people who were not
 * asked, and what can be filtered by: everything there is, or what is `offered` to somebody who may not know of the
 * rest. A view of one group has the counts of all, for its own score would be ±100; only the newest answers, what
 * they mention, the cases and what is not counted are that group's.
 */
export async function getDashboard(ctx: Ctx, view: DashboardView, offered?: Offered) {
  const [workspace] = await ctx.db
    .select({ name: workspaces.name, timezone: workspaces.timezone })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const { shown, length, bucket: cut, today } = daysOf(view, ctx.now, workspace!.timezone);
  const filter = { ...ResponseFilter.parse(view), from: shown.from, to: shown.to };
  const ofAll = { ...filter, group: undefined };
  const compared = beforeOf(view, shown, length);
  const before = compared === "overlaps" ? null : compared;
  const count = (by: Bucket) => countWithBefore(ctx, ofAll, by, before);
  const [
    first,
    newest,
    asked,
    setAside,
    unsettled,
    withdrawn,
    notInvited,
    annotations,
    followUp,
    targets,
    ofSurveys,
    choices,
  ] = await Promise.all([
    count(cut),
    listNewest(ctx, filter),
    cutsIn(ofAll)?.length === 0 ? countAsked(ctx, filter) : null,
    countProvisional(ctx, filter),
    countUnsettled(ctx, filter),
    countWithdrawn(ctx, filter),
    countNotInvited(ctx, filter),
    listAnnotations(ctx, shown),
    getFollowUp(ctx, filter),
    listTargetsOf(ctx, filter),
    offered?.surveys ?? listSurveys(ctx),
    offered?.choices ?? listChoices(ctx),
  ]);
  const counts = pooled(first.shown);
  const bucket = view.by ?? steadierBucket(cut, total(counts), length);
  const [counted, parts, mentions] = await Promise.all([
    bucket === cut ? first : count(bucket),
    listParts(ctx, { filter: ofAll, before, asked: view.cut, whole: counts }, choices),
    listMentions(ctx, { filter, before, whole: counts }, choices),
  ]);
  const countsBefore = before && pooled(counted.before);
  return {
    workspace: workspace!,
    today,
    days: shown,
    bucket,
    counts,
    compared,
    before: countsBefore,
    verdict: view.group ? groupVerdictOf(view.group, counts, countsBefore) : verdictOf(counts, countsBefore),
    trend: trendOf(counted, bucket, shown.to && [shown.to, today].sort()[0]),
    newest,
    parts,
    mentions,
    asked,
    followUp,
    targets,
    setAside,
    unsettled,
    withdrawn,
    notInvited,
    annotations,
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
