import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { emailKeyOf } from "#server/contact/rules.ts";
import { upsertContacts } from "#server/contact/upsert.ts";
import type { Ctx } from "#server/context.ts";
import { noTeam } from "#server/response/rules.ts";
import type { PastAnswer } from "./check-rows.ts";

type Batch = { importId: string; surveyId: string; answers: PastAnswer[]; seen: Map<string, number> };

/**
 * Brings past answers in with their counters, in one statement; those that an earlier import brought are left
 * as they are. `seen` counts equal rows across the batches of one file, so that a file's own repetitions stay
 * and a second import of the file adds nothing. Returns how many were new.
 */
export async function insertAnswers(ctx: Ctx, batch: Batch): Promise<number> {
  await upsertContacts(ctx, {
    contacts: batch.answers.flatMap(({ email, name }) => (email ? [{ email, name }] : [])),
    source: "past answers",
  });
  const records = batch.answers.map((answer) => ({
    id: newId(ctx.now.getTime()),
    score: answer.score,
    comment: answer.comment,
    email_key: answer.email && emailKeyOf(answer.email),
    attributes: answer.attributes,
    answered_at: (answer.answeredAt ?? ctx.now).toISOString(),
    import_key: keyOf(batch, answer),
  }));
  const [row] = await ctx.db.execute<{ created: number }>(sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r (id uuid, score smallint, comment text,
        email_key text, attributes jsonb, answered_at timestamptz, import_key text)
    ), added AS (
      INSERT INTO responses (workspace_id, id, survey_id, contact_id, score, comment, evidence, channel, locale,
        touchpoint, team_id, employee, account_id, attributes, import_key, import_id, answered_at, updated_at)
      SELECT w.id, g.id, ${batch.surveyId}, c.id, g.score, g.comment, 'imported', 'import', coalesce(c.locale, w.locale),
        s.touchpoint, c.team_id, c.employee, c.account_id, g.attributes, decode(g.import_key, 'hex'), ${batch.importId},
        g.answered_at, g.answered_at
      FROM given g
      JOIN workspaces w ON w.id = ${ctx.workspaceId}
      JOIN surveys s ON s.workspace_id = w.id AND s.id = ${batch.surveyId}
      LEFT JOIN contacts c ON c.workspace_id = w.id AND c.email_key = g.email_key
      ON CONFLICT (workspace_id, import_key) WHERE import_key IS NOT NULL DO NOTHING
      RETURNING survey_id, touchpoint, team_id, employee, locale, attributes, score, answered_at
    ), counted AS (
      INSERT INTO response_count_deltas
        (workspace_id, day, survey_id, touchpoint, team_id, employee, channel, locale, attributes, score, delta)
      SELECT w.id, (a.answered_at AT TIME ZONE w.timezone)::date, a.survey_id, a.touchpoint,
        coalesce(a.team_id, ${noTeam}::uuid), coalesce(a.employee, ''), 'import'::response_channel, a.locale,
        a.attributes, a.score, count(*)::smallint
      FROM added a JOIN workspaces w ON w.id = ${ctx.workspaceId}
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    )
    SELECT count(*)::int AS created FROM added`);
  return row!.created;
}

/** SHA-256 of the survey, the row and how often it stood in the file before; only hashes are held in memory. */
function keyOf({ surveyId, seen }: Batch, answer: PastAnswer): string {
  const content = sha256(JSON.stringify([surveyId, answer]));
  const occurrence = (seen.get(content) ?? 0) + 1;
  seen.set(content, occurrence);
  return sha256(`${content}\n${occurrence}`);
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
