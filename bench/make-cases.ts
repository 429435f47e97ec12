import postgres from "postgres";
import { suggestCauses } from "#server/cause/suggest.ts";
import type { Stage } from "./stage.ts";

const teams = 12;
/** So many answer for each one whose answer opens a case. */
const answersOfCase = 10;

/**
 * A year of `count` cases, each opened by one of ten answers, of twelve teams: nine in ten have a first reply, four in five
 * are closed with one of the workspace's causes (one in twelve of these was opened again). The customers of two in three
 * closings were asked whether it is solved, and half of them have answered.
 */
export async function makeCases(stage: Stage, count: number): Promise<void> {
  await stage.workspace.run((ctx) => suggestCauses(ctx, "en"));
  const sql = postgres(stage.ownerUrl, { max: 1, onnotice: () => {} });
  const { id } = stage.workspace;
  await sql`INSERT INTO teams (workspace_id, id, name, created_at)
    SELECT ${id}, svar_new_id(), 'Team ' || n, now() FROM generate_series(1, ${teams}::int) n`;
  await sql`
    WITH survey AS (
      INSERT INTO surveys (workspace_id, id, name, created_at, updated_at)
      VALUES (${id}, svar_new_id(), 'Bench', now(), now()) RETURNING id
    ), known AS (
      SELECT array_agg(id) AS ids FROM teams WHERE workspace_id = ${id}
    ), people AS (
      INSERT INTO contacts (workspace_id, id, email, email_key, name, source, legal_ground, created_at, updated_at)
      SELECT ${id}, svar_new_id(), 'c' || p || '@customer.example', 'c' || p || '@customer.example', 'Customer ' || p,
        'bench', 'existing_customer', now(), now()
      FROM generate_series(1, ${count}::int) p RETURNING id
    ), numbered AS (
      SELECT id, row_number() OVER () AS n FROM people
    )
    INSERT INTO responses (workspace_id, id, survey_id, contact_id, team_id, score, comment, evidence, channel, locale,
      answered_at, updated_at)
    SELECT ${id}, svar_new_id(), survey.id, numbered.id, known.ids[1 + n % ${teams}], CASE WHEN one = 1 THEN 3 ELSE 9 END,
      'Two crates were missing, and nobody picks up the phone. This is the second time in a month.', 'confirmed',
      'email', 'en', now() - interval '364 days' * random(), now()
    FROM generate_series(1, ${answersOfCase}::int) one, numbered, survey, known`;
  await sql`
    INSERT INTO cases (workspace_id, id, response_id, contact_id, state, opened_at, due_at, soon_at, first_reply_at,
      first_reply_minutes)
    SELECT ${id}, svar_new_id(), id, contact_id, (CASE WHEN n % 5 < 4 THEN 'closed' ELSE 'open' END)::case_state,
      answered_at, answered_at + interval '1 day', answered_at + interval '18 hours',
      CASE WHEN n % 10 > 0 THEN answered_at + minutes * interval '1 minute' END,
      CASE WHEN n % 10 > 0 THEN minutes END
    FROM (SELECT id, contact_id, answered_at, row_number() OVER (ORDER BY answered_at) AS n, (2400 * random())::int AS minutes
      FROM responses WHERE workspace_id = ${id} AND score = 3) AS answers`;
  await sql`
    INSERT INTO case_closures (workspace_id, id, case_id, cause_id, outcome, closed_at, reopened_at)
    SELECT ${id}, svar_new_id(), c.id, causes.ids[1 + n % cardinality(causes.ids)], 'Sent again',
      least(now(), c.opened_at + interval '2 days'), CASE WHEN n % 12 = 0 THEN now() END
    FROM (SELECT id, opened_at, row_number() OVER (ORDER BY opened_at) AS n FROM cases
      WHERE workspace_id = ${id} AND state = 'closed') AS c,
      (SELECT array_agg(id) AS ids FROM causes WHERE workspace_id = ${id}) AS causes`;
  await sql`
    WITH asked AS (
      INSERT INTO recovery_checks (workspace_id, id, case_id, closure_id, due_at, asked_at, expires_at)
      SELECT ${id}, svar_new_id(), case_id, id, closed_at, closed_at, closed_at + interval '60 days'
      FROM (SELECT *, row_number() OVER (ORDER BY closed_at) AS n FROM case_closures WHERE workspace_id = ${id}) AS closures
      WHERE n % 3 < 2 RETURNING id, asked_at
    )
    INSERT INTO recovery_answers (workspace_id, check_id, version, answer, given_at)
    SELECT ${id}, id, 1, (ARRAY['yes', 'yes', 'partly', 'no'])[1 + n % 4]::recovery_answer, asked_at
    FROM (SELECT *, row_number() OVER (ORDER BY asked_at) AS n FROM asked) AS checks WHERE n % 2 = 0`;
  await sql`VACUUM (ANALYZE)`;
  await sql.end();
}
