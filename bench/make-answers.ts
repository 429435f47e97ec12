import postgres from "postgres";
import { customersOf, makeCompany, makeFunctions } from "./make-company.ts";
import { makeCounters } from "./make-counters.ts";
import type { Stage } from "./stage.ts";
import { withoutIndexes } from "./without-indexes.ts";

/** Out of a hundred answers so many give each score: NPS 32. */
const weights = [3, 1, 1, 2, 2, 5, 6, 11, 17, 22, 30];
const scores = weights.flatMap((weight, score) => Array<number>(weight).fill(score));

const sentences = [
  "Quick and friendly, as always.",
  "The parcel was late again, and nobody told me.",
  "I had to explain the same thing three times before somebody understood what was broken.",
  "Good product, but the invoice is hard to read.",
  "Your colleague called back within the hour and it was solved. Thank you!",
  "Fine.",
  "The new version is slower than the old one, and the search finds nothing.",
  "Everything worked from the first day, and the training was worth it.",
];

const filled = [
  "accounts",
  "contacts",
  "responses",
  "invitations",
  "cases",
  "response_cuts",
  "response_counts",
];

/**
 * Fills the stage's workspace with `count` answers, evenly over the three years until now: 88 % by mail, 8 % by a
 * link, 3 % at a kiosk, 1 % imported; a third with a comment, every fourth with a reason. A tenth of those by mail
 * have their invitation, and one and a half per cent as many numbers were opened and not sent. Half of the detractors
 * who are known have a case. The same `count` gives the same answers, from another now.
 */
export async function makeAnswers(stage: Stage, count: number): Promise<void> {
  const owner = postgres(stage.ownerUrl, { max: 1, onnotice: () => {} });
  const { id } = stage.workspace;
  try {
    // Everything made here refers to what is made here: its foreign keys need not be looked up one by one.
    await owner`SET session_replication_role = replica`;
    await owner`SET work_mem = '1GB'`;
    await makeFunctions(owner);
    await withoutIndexes(owner, filled, async () => {
      await makeCompany(owner, id, count);
      await makeResponses(owner, id, count);
      await makeInvitations(owner, id, count);
      await makeCases(owner, id);
      await makeCounters(owner, id);
    });
    await owner`VACUUM (ANALYZE)`;
  } finally {
    await owner.end();
  }
}

async function makeResponses(owner: postgres.Sql, workspaceId: string, count: number): Promise<void> {
  const { contacts, companies } = customersOf(count);
  await owner`
    INSERT INTO responses (workspace_id, id, survey_id, campaign_id, invitation_id, contact_id, survey_link_id, page_nonce,
      score, comment, drivers, evidence, channel, locale, touchpoint, team_id, employee, account_id, attributes,
      answered_at, updated_at)
    SELECT ${workspaceId}, pg_temp.id_at(at, n), pg_temp.id_of('survey', survey),
      CASE WHEN channel = 'email' THEN pg_temp.id_of('campaign', survey * 100 + month) END,
      CASE WHEN channel = 'email' AND n % 10 = 0 THEN pg_temp.id_at(at - interval '1 day', n) END,
      CASE WHEN known THEN pg_temp.id_of('person', contact) END,
      CASE channel WHEN 'link' THEN pg_temp.id_of('link', 1) WHEN 'kiosk' THEN pg_temp.id_of('link', 2) END,
      CASE WHEN channel IN ('link', 'kiosk') THEN sha256(int8send(n)) END,
      (${scores}::smallint[])[1 + pg_temp.drawn(n, 1, 100)],
      CASE WHEN pg_temp.drawn(n, 2, 3) = 0 THEN (${sentences}::text[])[1 + pg_temp.drawn(n, 3, 8)] END,
      CASE pg_temp.drawn(n, 4, 12)
        WHEN 0 THEN ARRAY['reason1'] WHEN 1 THEN ARRAY['reason' || 2 + pg_temp.drawn(n, 5, 5)]
        WHEN 2 THEN ARRAY['reason1', 'reason' || 2 + pg_temp.drawn(n, 5, 5)] ELSE '{}' END,
      CASE WHEN channel = 'import' THEN 'imported' ELSE 'confirmed' END::response_evidence, channel::response_channel,
      pg_temp.language_of(contact),
      CASE channel WHEN 'kiosk' THEN 'shop' ELSE (ARRAY['', 'delivery', 'support'])[survey] END,
      CASE WHEN known THEN pg_temp.id_of('team', 1 + contact % 12) END,
      CASE WHEN known THEN 'Colleague ' || contact % 120 END,
      CASE WHEN known THEN pg_temp.id_of('account', 1 + contact % ${companies}::int) END,
      CASE WHEN NOT known THEN '{}'::jsonb
        WHEN survey = 2 THEN pg_temp.attributes_of(contact) || jsonb_build_object('Order', 'O-' || n)
        ELSE pg_temp.attributes_of(contact) END,
      at, at
    FROM (
      SELECT n, at, contact, channel, channel IN ('email', 'import') AS known, (n * 36 / ${count}::bigint) AS month,
        CASE WHEN channel IN ('link', 'kiosk') THEN 2 ELSE 1 + pg_temp.drawn(n, 6, 3) END AS survey
      FROM (
        SELECT n, now() - (${count}::bigint - n) * (interval '3 years' / ${count}::float8) AS at,
          pg_temp.drawn(n, 7, ${contacts}::int)::bigint AS contact,
          (ARRAY['import', 'kiosk', 'kiosk', 'kiosk', 'link', 'link', 'link', 'link', 'link', 'link', 'link', 'link',
            'email'])[1 + least(12, pg_temp.drawn(n, 8, 100))] AS channel
        FROM generate_series(1, ${count}::bigint) n OFFSET 0
      ) AS drawn OFFSET 0
    ) AS made`;
}

/** Those of every tenth answer by mail, and those whose number was opened and not sent. */
async function makeInvitations(owner: postgres.Sql, workspaceId: string, count: number): Promise<void> {
  await owner`
    INSERT INTO invitations (workspace_id, id, campaign_id, survey_id, contact_id, locale, touchpoint, team_id, employee,
      account_id, attributes, created_at, expires_at, sent_at, occasion)
    SELECT workspace_id, invitation_id, campaign_id, survey_id, contact_id, locale, touchpoint, team_id, employee,
      account_id, attributes, answered_at - interval '1 day', answered_at + interval '29 days',
      answered_at - interval '1 day', invitation_id
    FROM responses WHERE workspace_id = ${workspaceId} AND invitation_id IS NOT NULL`;
  const opened = Math.round(count * 0.015);
  await owner`
    WITH opened AS (
      INSERT INTO invitations (workspace_id, id, campaign_id, survey_id, contact_id, locale, touchpoint, team_id, employee,
        account_id, attributes, created_at, expires_at, sent_at, occasion)
      SELECT workspace_id, pg_temp.id_of('opened', n), pg_temp.id_of('campaign', 100 + n * 36 / ${opened}::bigint),
        pg_temp.id_of('survey', 1), id, locale, '', team_id, employee, account_id, attributes, at, at + interval '30 days',
        at, pg_temp.id_of('opened', n)
      FROM (
        SELECT n, now() - (${opened}::bigint - n) * (interval '3 years' / ${opened}::float8) AS at,
          pg_temp.id_of('person', pg_temp.drawn(n, 9, ${customersOf(count).contacts}::int)) AS id
        FROM generate_series(1, ${opened}::bigint) n
      ) AS made JOIN contacts USING (id) WHERE workspace_id = ${workspaceId}
      RETURNING workspace_id, id, sent_at
    )
    INSERT INTO answer_evidence (workspace_id, invitation_id, score, requested, opened, first_at, last_at, settle_at)
    SELECT workspace_id, id, 7, '{3,7}', 2, sent_at + interval '1 minute', sent_at + interval '1 minute', NULL FROM opened`;
}

/** Closed ones, but for those of the last two weeks; most were replied to within a day. */
async function makeCases(owner: postgres.Sql, workspaceId: string): Promise<void> {
  await owner`
    WITH opened AS (
      INSERT INTO cases (workspace_id, id, response_id, contact_id, invitation_id, state, opened_at, due_at, first_reply_at)
      SELECT workspace_id, id, id, contact_id, invitation_id,
        CASE WHEN answered_at > now() - interval '14 days' THEN 'open' ELSE 'closed' END::case_state, answered_at,
        answered_at + interval '1 day',
        CASE WHEN answered_at < now() - interval '2 days' THEN answered_at + interval '1 hour' * (1 + score * 5) END
      FROM responses WHERE workspace_id = ${workspaceId} AND contact_id IS NOT NULL AND score <= 6
        AND hashtext(contact_id::text) % 2 = 0
      RETURNING workspace_id, id, state, opened_at
    )
    INSERT INTO case_closures (workspace_id, id, case_id, outcome, closed_at)
    SELECT workspace_id, id, id, 'solved', opened_at + interval '3 days' FROM opened WHERE state = 'closed'`;
}
