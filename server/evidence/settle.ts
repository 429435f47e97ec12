import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { recordResponse } from "#server/response/record.ts";
import { provisionalTraces } from "./queries.ts";
import { doubtsAbout } from "./rules.ts";

/**
 * Looks at the links that have been quiet for ten minutes without an answer: what a person was seen to choose is
 * counted as the answer of that moment, everything else stays provisional. Returns how many were looked at and
 * how many of them count now.
 *
 * @param input.most how many to look at
 */
export async function settleEvidence(
  ctx: Ctx,
  input: { most: number },
): Promise<{ settled: number; counted: number }> {
  const ripe = await ctx.db.execute<{ id: string }>(sql`
    UPDATE answer_evidence e SET settle_at = NULL
    FROM (SELECT invitation_id FROM answer_evidence
      WHERE workspace_id = ${ctx.workspaceId} AND settle_at <= ${ctx.now.toISOString()}::timestamptz
      ORDER BY settle_at LIMIT ${input.most} FOR UPDATE SKIP LOCKED) AS quiet
    WHERE e.workspace_id = ${ctx.workspaceId} AND e.invitation_id = quiet.invitation_id
    RETURNING e.invitation_id AS id`);
  const traces = await provisionalTraces(
    ctx,
    ripe.map(({ id }) => id),
  );
  let counted = 0;
  for (const { score, lastAt, invitationNumber, confirmedOnly, ...trace } of traces) {
    if (doubtsAbout(trace, confirmedOnly).length > 0) continue;
    const recorded = await recordResponse(
      { ...ctx, now: lastAt },
      { invitationNumber, score, comment: "", evidence: "evidenced" },
    );
    if (recorded.outcome === "recorded") counted += 1;
  }
  if (ripe.length > counted) for (const { id } of ripe) ctx.nudge("responses", id);
  return { settled: ripe.length, counted };
}
