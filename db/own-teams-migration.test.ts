import { expect, it } from "vitest";
import { beforeMigration } from "#server/test/before-migration.ts";

const { owner, migrate } = await beforeMigration(93);

it("what belonged to no team is counted by itself afterwards, in each workspace, and what did not is not", async () => {
  const workspaces = await owner<{ id: string }[]>`
    INSERT INTO workspaces (id, key, slug, name, locale, legal_ground, created_at)
    SELECT svar_new_id(), 'abcd' || n, 'fjordline-' || n, 'Fjordline', 'sv', 'none', now()
    FROM generate_series(1, 2) AS n RETURNING id`;
  const [survey, team, none] = ["1", "2", "0"].map((digit) => `00000000-0000-0000-0000-00000000000${digit}`);
  for (const [place, { id }] of workspaces.entries())
    await owner`
      INSERT INTO response_counts (workspace_id, day, survey_id, touchpoint, team_id, channel, locale, score, n)
      SELECT ${id}, day::date, ${survey!}, touchpoint, team::uuid, 'email', 'sv', score, n::int + ${place}
      FROM (VALUES ('2026-11-01', '', ${none!}, 3, 2), ('2026-11-01', 'delivery', ${none!}, 6, 3), ('2026-11-01', '', ${none!}, 8, 4),
        ('2026-11-01', '', ${team!}, 9, 5), ('2026-11-02', '', ${none!}, 10, 6)) AS counted (day, touchpoint, team, score, n)`;

  await migrate();

  for (const [place, { id }] of workspaces.entries()) {
    const rows = await owner`
      SELECT dimension, value, day::text, survey_id, detractors, passives, promoters FROM response_cuts
      WHERE workspace_id = ${id} ORDER BY day`;
    const alike = { dimension: "within no team", value: "none", survey_id: survey };
    expect([...rows]).toEqual([
      { ...alike, day: "2026-11-01", detractors: 5 + 2 * place, passives: 4 + place, promoters: 0 },
      { ...alike, day: "2026-11-02", detractors: 0, passives: 0, promoters: 6 + place },
    ]);
  }
});
