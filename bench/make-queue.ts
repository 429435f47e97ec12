import postgres from "postgres";
import { makeMember } from "#server/test/factories.ts";
import type { Stage } from "./stage.ts";

const colleagues = 10;

/**
 * A queue of `count` cases that are not closed, opened in the last weeks: three in four are ours (half of them after a
 * first reply), the others wait for the customer or sleep; one in twelve has no owner, the others one of the members. Half of
 * them are overdue or due soon; the others have time yet and stand by what their customers are worth.
 */
export async function makeQueue(stage: Stage, count: number): Promise<void> {
  for (let n = 0; n < colleagues; n++) {
    await makeMember(stage.rt, stage.workspace, "agent", `Agent${n} Berg`);
  }
  const sql = postgres(stage.ownerUrl, { max: 1, onnotice: () => {} });
  const { id } = stage.workspace;
  await sql`UPDATE workspaces SET value_attribute = 'Revenue', value_unit = 'kr a year' WHERE id = ${id}`;
  await sql`
    WITH survey AS (
      INSERT INTO surveys (workspace_id, id, name, created_at, updated_at)
      VALUES (${id}, svar_new_id(), 'Bench', now(), now()) RETURNING id
    ), company AS (
      INSERT INTO accounts (workspace_id, id, name, created_at)
      SELECT ${id}, svar_new_id(), 'Company ' || n, now() FROM generate_series(1, ${Math.ceil(count / 10)}::int) n
      RETURNING id
    ), numbered AS (
      SELECT id, row_number() OVER () AS n FROM company
    ), people AS (
      INSERT INTO contacts (workspace_id, id, email, email_key, name, account_id, attributes, source, legal_ground, created_at,
        updated_at)
      SELECT ${id}, svar_new_id(), 'c' || p || '@customer.example', 'c' || p || '@customer.example', 'Customer ' || p,
        numbered.id, jsonb_build_object('Revenue', (1000 * (p % 500))::text), 'bench', 'existing_customer', now(), now()
      FROM generate_series(1, ${count}::int) p JOIN numbered ON numbered.n = 1 + p % ${Math.ceil(count / 10)}::int
      RETURNING id
    ), answers AS (
      INSERT INTO responses (workspace_id, id, survey_id, contact_id, score, comment, evidence, channel, locale, answered_at,
        updated_at)
      SELECT ${id}, svar_new_id(), survey.id, people.id, row_number() OVER () % 7,
        'Two crates were missing, and nobody picks up the phone. This is the second time in a month.', 'confirmed',
        'email', 'en', now() - interval '30 days' * random(), now()
      FROM people, survey
      RETURNING id, contact_id, answered_at
    )
    INSERT INTO cases (workspace_id, id, response_id, contact_id, state, assignee_id, opened_at, due_at, soon_at, first_reply_at,
      first_due_at, needs_since, needs_because, snoozed_until)
    SELECT ${id}, svar_new_id(), id, contact_id, state, owners.ids[n % 12], answered_at,
      answered_at + interval '20 days', answered_at + interval '15 days', replied_at,
      CASE WHEN replied_at IS NOT NULL AND state = 'open' THEN answered_at + interval '1 day' END,
      CASE WHEN replied_at IS NOT NULL AND state = 'open' THEN replied_at + interval '5 hours' * random() END,
      CASE WHEN replied_at IS NOT NULL AND state = 'open' THEN 'wrote' END,
      CASE WHEN state = 'snoozed' THEN now() + interval '5 days' END
    FROM (
      SELECT *, (ARRAY['waiting', 'snoozed', 'open', 'open', 'open', 'open', 'open', 'open'])[1 + n % 8]::case_state AS state,
        CASE WHEN n % 8 < 5 THEN answered_at + interval '1 hour' END AS replied_at
      FROM (SELECT *, (row_number() OVER ())::int AS n FROM answers) AS numbered
    ) AS made, (SELECT array_agg(user_id) AS ids FROM members WHERE workspace_id = ${id}) AS owners`;
  // Contacts that the same statement made were not there yet for what it made of them.
  await sql`UPDATE cases SET worth = svar_worth(p.attributes ->> 'Revenue'),
      pressed_at = CASE WHEN soon_at <= now() THEN soon_at END
    FROM contacts p WHERE p.workspace_id = cases.workspace_id AND p.id = cases.contact_id`;
  await sql`VACUUM (ANALYZE)`;
  await sql.end();
}
