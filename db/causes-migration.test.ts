import { expect, it } from "vitest";
import { beforeMigration } from "#server/test/before-migration.ts";

const { owner, migrate } = await beforeMigration(64);

it("cases that were closed with words of any kind are closed with causes afterwards, and none is lost", async () => {
  const [workspace] = await owner<{ id: string }[]>`
    INSERT INTO workspaces (id, key, slug, name, locale, legal_ground, created_at)
    VALUES (svar_new_id(), 'abcde', 'fjordline', 'Fjordline', 'sv', 'none', now()) RETURNING id`;
  const { id } = workspace!;
  const close = async (cause: string, closedAt = "2026-11-02T10:00:00Z") => {
    const [one] = await owner<{ id: string }[]>`
      INSERT INTO cases (workspace_id, id, state, opened_at, due_at, first_reply_at)
      VALUES (${id}, svar_new_id(), 'closed', '2026-10-30T10:00:00Z', now(), '2026-11-02T09:00:00Z') RETURNING id`;
    await owner`
      INSERT INTO case_closures (workspace_id, id, case_id, cause, outcome, closed_at)
      VALUES (${id}, svar_new_id(), ${one!.id}, ${cause}, 'Sent', ${closedAt})`;
    await owner`
      INSERT INTO case_events (workspace_id, id, case_id, kind, act_id, detail, at)
      VALUES (${id}, svar_new_id(), ${one!.id}, 'closed', ${one!.id}, ${owner.json({ cause, was: "open" })}, ${closedAt})`;
    return one!.id;
  };
  for (const cause of ["Delivery", "delivery ", "Fog", "fog", "FOG", "A truck", "Price or invoice"])
    await close(cause);
  await close("The customer had their data erased");
  const undone = await close("Delivery");
  await owner`UPDATE case_closures SET reopened_at = '2026-11-02T10:00:05Z' WHERE case_id = ${undone}`;
  await owner`
    INSERT INTO case_events (workspace_id, id, case_id, kind, act_id, detail, at)
    VALUES (${id}, svar_new_id(), ${undone}, 'undone', ${undone}, '{"of": "closed"}', '2026-11-02T10:00:05Z')`;

  await migrate();

  const closures = await owner`
    SELECT parent.name AS above, c.name, c.retired_at IS NULL AS offered, count(*)::int AS n,
      count(k.taken_back_at)::int AS undone
    FROM case_closures k LEFT JOIN causes c ON c.id = k.cause_id LEFT JOIN causes parent ON parent.id = c.parent_id
    GROUP BY 1, 2, 3 ORDER BY 2 NULLS LAST`;
  expect(closures.map((row) => Object.values(row))).toEqual([
    ["Övrigt", "A truck", false, 1, 0],
    ["Övrigt", "FOG", true, 3, 0],
    [null, "Leverans", true, 3, 1],
    [null, "Pris eller faktura", true, 1, 0],
    [null, null, true, 1, 0],
  ]);
  const events = await owner<{ agrees: boolean; n: number }[]>`
    SELECT e.detail ->> 'causeId' IS NOT DISTINCT FROM k.cause_id::text AND NOT e.detail ? 'cause'
      AND e.detail ->> 'was' = 'open' AS agrees, count(*)::int AS n
    FROM case_events e JOIN case_closures k ON k.case_id = e.case_id WHERE e.kind = 'closed' GROUP BY 1`;
  expect(events).toEqual([{ agrees: true, n: 9 }]);
  const [erased] = await owner`SELECT detail FROM case_events WHERE detail ? 'because'`;
  expect(erased!.detail).toEqual({ was: "open", because: "erased" });
  // From Friday at eleven to Monday at ten, by the clocks of Copenhagen, the weekend left out.
  const minutes = await owner`SELECT DISTINCT first_reply_minutes AS n FROM cases`;
  expect(minutes).toEqual([{ n: (13 + 10) * 60 }]);
  const [offered] = await owner`SELECT count(*)::int AS n FROM causes WHERE suggestion IS NOT NULL`;
  expect(offered).toEqual({ n: 24 });
});
