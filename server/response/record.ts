import { newId } from "#db/id.ts";
import { runPrepared } from "#db/prepared.ts";
import type { Ctx } from "#server/context.ts";
import { changeResponse } from "./change.ts";
import { noTeam } from "./rules.ts";
import type { RecordResponse } from "./schema.ts";

export type Recorded =
  | { outcome: "recorded" | "changed" | "unchanged"; responseId: string; version: number }
  | { outcome: "expired" | "unknown" };

/**
 * Takes a customer's answer to an invitation. The first makes the answer, a later one changes it and keeps
 * what it said before; however many tabs send at once, one answer remains and its counters are right. In
 * the same transaction the dialogue is asked to consider it.
 *
 * @param input.invitationNumber what the link's token names
 */
export async function recordResponse(
  ctx: Ctx,
  input: RecordResponse & { invitationNumber: number },
): Promise<Recorded> {
  const [asked] = await runPrepared<{ expired: boolean; responseId: string | null }>(ctx.db, recordFirst, [
    ctx.workspaceId,
    input.invitationNumber,
    newId(ctx.now.getTime()),
    input.score,
    input.comment || null,
    ctx.now.toISOString(),
    noTeam,
  ]);
  if (!asked) return { outcome: "unknown" };
  if (asked.expired) return { outcome: "expired" };
  const recorded: Recorded = asked.responseId
    ? { outcome: "recorded", responseId: asked.responseId, version: 1 }
    : await changeResponse(ctx, input);
  if (recorded.outcome === "recorded" || recorded.outcome === "changed") {
    const { responseId } = recorded;
    await ctx.queue.enqueue(ctx.db, "case.consider", { workspaceId: ctx.workspaceId, responseId });
    ctx.nudge("responses", responseId);
  }
  return recorded;
}

/**
 * One statement for the answer that is the only one, as nearly all are. Of tabs that send at once, the
 * unique index lets one through; the others wait for it here and find that they must change what it made.
 */
const recordFirst = `
  WITH asked AS (
    SELECT i.*, i.expires_at <= $6::timestamptz AS expired, w.timezone
    FROM invitations i JOIN workspaces w ON w.id = i.workspace_id
    WHERE i.workspace_id = $1::uuid AND i.number = $2::bigint
  ), recorded AS (
    INSERT INTO responses (workspace_id, id, survey_id, campaign_id, invitation_id, contact_id, score, comment,
      evidence, channel, locale, touchpoint, team_id, employee, account_id, attributes, answered_at, updated_at)
    SELECT workspace_id, $3::uuid, survey_id, campaign_id, id, contact_id, $4::smallint, $5::text,
      'confirmed', 'email', locale, touchpoint, team_id, employee, account_id, attributes,
      $6::timestamptz, $6::timestamptz
    FROM asked WHERE NOT expired
    ON CONFLICT (workspace_id, invitation_id) DO NOTHING
    RETURNING id, survey_id, touchpoint, team_id, channel, locale, score
  ), counted AS (
    INSERT INTO response_count_deltas
      (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score, delta)
    SELECT $1::uuid, ($6::timestamptz AT TIME ZONE asked.timezone)::date, r.survey_id, r.touchpoint,
      coalesce(r.team_id, $7::uuid), r.channel, r.locale, r.score, 1
    FROM recorded r, asked
  )
  SELECT asked.expired, recorded.id AS "responseId" FROM asked LEFT JOIN recorded ON true`;
