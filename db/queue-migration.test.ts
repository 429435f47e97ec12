import { expect, it } from "vitest";
import { beforeMigration } from "#server/test/before-migration.ts";

const { owner, migrate } = await beforeMigration(68);

it("cases from before have their answer's team, and stand by the due time of the answer owed now", async () => {
  const [made] = await owner<{ workspace: string; team: string; answer: string }[]>`
    WITH w AS (
      INSERT INTO workspaces (id, key, slug, name, locale, legal_ground, created_at)
      VALUES (svar_new_id(), 'abcde', 'fjordline', 'Fjordline', 'sv', 'none', now()) RETURNING id
    ), t AS (
      INSERT INTO teams (workspace_id, id, name, created_at) SELECT id, svar_new_id(), 'North', now() FROM w RETURNING id
    ), s AS (
      INSERT INTO surveys (workspace_id, id, name, created_at, updated_at)
      SELECT id, svar_new_id(), 'Relationship', now(), now() FROM w RETURNING id
    )
    INSERT INTO responses (workspace_id, id, survey_id, team_id, score, evidence, channel, locale, answered_at, updated_at)
    SELECT w.id, svar_new_id(), s.id, t.id, 2, 'confirmed', 'email', 'en', now(), now() FROM w, t, s
    RETURNING workspace_id AS workspace, team_id AS team, id AS answer`;
  const { workspace, team, answer } = made!;
  const open = async (responseId: string | null, firstDueAt: string | null) => {
    const [one] = await owner<{ id: string }[]>`
      INSERT INTO cases (workspace_id, id, response_id, state, opened_at, due_at, first_reply_at, first_due_at, needs_since,
        needs_because)
      VALUES (${workspace}, svar_new_id(), ${responseId}, 'open', '2026-11-02T10:00:00Z', '2026-11-06T10:00:00Z',
        '2026-11-02T12:00:00Z', ${firstDueAt}, '2026-11-04T10:00:00Z', 'wrote') RETURNING id`;
    return one!.id;
  };
  const [timed, untimed] = [await open(answer, "2026-11-03T10:00:00Z"), await open(null, null)];

  await migrate();

  const rows = await owner`SELECT id, team_id, owed_at, worth, leeway FROM cases ORDER BY id`;
  const alike = { worth: null, leeway: "0" };
  expect([...rows]).toEqual([
    { id: timed, team_id: team, owed_at: new Date("2026-11-06T10:00:00Z"), ...alike },
    { id: untimed, team_id: null, owed_at: new Date("2026-11-04T10:00:00Z"), ...alike },
  ]);
});
