import { and, eq, gte, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import { cases, responses } from "#db/schema/index.ts";
import { countedAs } from "#server/cause/counted-as.ts";
import type { Ctx } from "#server/context.ts";
import { narrowed, startOf } from "#server/response/filter.ts";
import type { ResponseFilter } from "#server/response/schema.ts";
import type { Reply } from "./schema.ts";

/**
 * The cases that were opened on the days of a filter, both included, and whose answer is what the rest of it asks
 * for; a case without an answer only where nothing else narrows. For queries of `cases` with
 * their answers (`withAnswers`).
 */
export function openedIn(ctx: Ctx, filter: ResponseFilter): SQL {
  return and(openedOn(ctx, filter), ofAnswer(filter))!;
}

/** Those of the days of a filter, whatever else it asks for. */
export function openedOn(ctx: Ctx, { from, to }: ResponseFilter): SQL {
  return and(
    eq(cases.workspaceId, ctx.workspaceId),
    from ? gte(cases.openedAt, startOf(ctx, sql`${from}::date`)) : undefined,
    to ? lt(cases.openedAt, startOf(ctx, sql`(${to}::date + 1)`)) : undefined,
  )!;
}

/** The answers joined to `cases` where a filter asks for more than days; otherwise they need not be read. */
export const withAnswers = (filter: ResponseFilter): SQL =>
  ofAnswer(filter)
    ? sql`JOIN responses ON responses.workspace_id = cases.workspace_id AND responses.id = cases.response_id`
    : sql``;

/** The condition for a tag, of rows of `cases`. */
export const hasTag = (tagId: string): SQL => sql`EXISTS (
  SELECT FROM case_tags t WHERE t.workspace_id = cases.workspace_id AND t.case_id = cases.id AND t.tag_id = ${tagId}::uuid)`;

/** The condition for the cause that a closed case was closed with: that one, what was merged into it, or one beneath it. */
export const hasCause = (causeId: string): SQL => sql`EXISTS (
  SELECT FROM case_closures closure ${countedAs(sql`closure`)}
  WHERE closure.workspace_id = cases.workspace_id AND closure.case_id = cases.id AND closure.reopened_at IS NULL
    AND ${causeId}::uuid IN (said.id, leaf.id, leaf.parent_id))`;

const ofAnswer = (filter: ResponseFilter): SQL | undefined =>
  and(
    filter.survey ? eq(responses.surveyId, filter.survey) : undefined,
    filter.commented ? isNotNull(responses.comment) : undefined,
    narrowed(filter, sql`responses`),
  );

/** When the first reply was due, also once a later answer is. */
const firstDue = sql`coalesce(cases.first_due_at, cases.due_at)`;

/** The condition for a case in the figures of replies: an answer or a mail opened it, no colleague, and it was not merged. */
export const wasAsked = sql`(cases.came_by IS NULL AND cases.merged_into IS NULL)`;

/** The condition for how it stands with the first reply, of rows of `cases`, at the moment of `ctx`. */
export function hasReply(ctx: Ctx, reply: Reply): SQL {
  const due = sql`cases.due_at <= ${ctx.now.toISOString()}::timestamptz`;
  const overdue = sql`(cases.first_reply_at IS NULL AND cases.state <> 'closed' AND ${due})`;
  const conditions = {
    replied: sql`cases.first_reply_at IS NOT NULL`,
    in_time: sql`cases.first_reply_at <= ${firstDue}`,
    late: sql`(cases.first_reply_at > ${firstDue} OR ${overdue})`,
    overdue,
    unwritten: sql`(cases.first_reply_at IS NULL AND cases.state = 'closed')`,
  };
  return sql`(${wasAsked} AND ${conditions[reply]})`;
}
