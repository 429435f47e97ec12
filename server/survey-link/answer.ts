import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { noTeam } from "#server/response/rules.ts";
import { findSurveyLink } from "./queries.ts";
import type { AnswerSurveyLink } from "./schema.ts";

/**
 * Takes an answer that came by a link, of somebody who is not known: one for each time the page was shown, however
 * often it is sent. Returns whether it is in; not when the link is closed.
 *
 * @param input.nonce of the view of the page that it was sent from, seen to be ours
 * @param input.locale the language of that page
 */
export async function answerSurveyLink(
  ctx: Ctx,
  number: number,
  input: AnswerSurveyLink & { nonce: string; locale: string },
): Promise<boolean> {
  const link = await findSurveyLink(ctx, number);
  if (!link) return false;
  const offered = link.drivers.map(({ id }) => id);
  const touchpoint = link.touchpoint || link.surveyTouchpoint;
  const answer = {
    workspaceId: ctx.workspaceId,
    id: newId(ctx.now.getTime()),
    surveyId: link.surveyId,
    surveyLinkId: link.id,
    pageNonce: createHash("sha256").update(input.nonce).digest(),
    score: input.score,
    comment: input.comment || null,
    drivers: offered.filter((id) => input.drivers?.includes(id)),
    evidence: "confirmed" as const,
    channel: link.kind,
    locale: input.locale,
    touchpoint,
    answeredAt: ctx.now,
    updatedAt: ctx.now,
  };
  const [recorded] = await ctx.db
    .insert(responses)
    .values(answer)
    .onConflictDoNothing()
    .returning({ id: responses.id });
  if (!recorded) return true;
  await ctx.db.execute(sql`
    INSERT INTO response_count_deltas
      (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, drivers, score, delta)
    SELECT workspace_id, (answered_at AT TIME ZONE ${link.timezone})::date, survey_id, touchpoint, ${noTeam}, channel,
      locale, drivers, score, 1
    FROM responses WHERE workspace_id = ${ctx.workspaceId} AND id = ${recorded.id}`);
  ctx.nudge("responses", recorded.id);
  return true;
}
