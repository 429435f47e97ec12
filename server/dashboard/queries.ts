import { eq, sql } from "drizzle-orm";
import { selectOften } from "#db/prepared.ts";
import { workspaces } from "#db/schema/index.ts";
import { listAnnotations } from "#server/annotation/queries.ts";
import type { Ctx } from "#server/context.ts";
import { total } from "#server/nps/groups.ts";
import { type Bucket, countInEach, pooled } from "#server/response/count.ts";
import { countByEach } from "#server/response/count-by.ts";
import { notInvitedOf } from "#server/response/count-not-invited.ts";
import type { Dimension } from "#server/response/cuts.ts";
import { listResponses } from "#server/response/list.ts";
import { type Choices, listChoices } from "#server/response/list-choices.ts";
import { ListResponses, ResponseFilter } from "#server/response/schema.ts";
import { countBeside } from "./count-beside.ts";
import { getFollowUp } from "./follow-up.ts";
import { verdictIn } from "./headline.ts";
import { listMentions } from "./list-mentions.ts";
import { cutOf, listParts } from "./list-parts.ts";
import { ofGroup } from "./of-group.ts";
import { beforeOf, daysOf, steadierBucket } from "./rules.ts";
import type { DashboardView } from "./schema.ts";
import { listTargetsOf } from "./targets.ts";
import { trendOf } from "./trend.ts";

const newestShown = 8;
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
  const { surveys, ...workspace } = await findWorkspace(ctx);
  const { shown, length, bucket: cut, today } = daysOf(view, ctx.now, workspace.timezone);
  const filter = { ...ResponseFilter.parse(view), from: shown.from, to: shown.to };
  const ofAll = { ...filter, group: undefined };
  const compared = beforeOf(view, shown, length);
  const before = compared === "overlaps" ? null : compared;
  const buckets: Bucket[] = view.by || cut === "month" ? [cut] : [cut, "month"];
  const [byBucket, newest, beside, annotations, followUp, targets, choices] = await Promise.all([
    countInEach(ctx, ofAll, buckets, before),
    listResponses(ctx, ListResponses.parse({ ...filter, limit: newestShown })),
    countBeside(ctx, filter),
    listAnnotations(ctx, shown),
    getFollowUp(ctx, filter),
    listTargetsOf(ctx, filter),
    offered?.choices ?? listChoices(ctx),
  ]);
  const counts = pooled(byBucket[0]!.shown);
  const bucket = view.by ?? steadierBucket(cut, total(counts), length);
  const counted = byBucket.find((one) => one.bucket === bucket)!;
  const countsBefore = before && pooled(counted.before);
  const across = cutOf(view.cut, choices);
  const dimensions = new Set<Dimension>([across?.by ?? "channel", "channel", "driver"]);
  const parts = await countByEach(ctx, ofAll, before, [...dimensions]);
  const partsOf = (dimension: Dimension) => ofGroup(view.group, parts.get(dimension) ?? []);
  return {
    workspace,
    today,
    days: shown,
    bucket,
    counts,
    compared,
    before: countsBefore,
    verdict: verdictIn(view, counts, countsBefore),
    trend: trendOf(counted, bucket, shown.to && [shown.to, today].sort()[0]),
    newest: newest.responses,
    parts: listParts(across, parts, counts),
    mentions: listMentions(partsOf("driver"), view.group ? null : counts),
    followUp,
    targets,
    ...beside,
    notInvited: notInvitedOf(partsOf("channel")),
    annotations,
    surveys: offered?.surveys ?? surveys,
    choices,
  };
}

async function findWorkspace(ctx: Ctx) {
  const query = ctx.db
    .select({
      name: workspaces.name,
      timezone: workspaces.timezone,
      surveys: sql<{ id: string; name: string }[]>`coalesce((
        SELECT jsonb_agg(jsonb_build_object('id', id, 'name', name) ORDER BY name)
        FROM surveys WHERE workspace_id = ${ctx.workspaceId}), '[]')`,
    })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const [row] = await selectOften(query);
  return row!;
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
