import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { testRuntime } from "#server/test/database.ts";
import { holds, rowsWith, wordyColumns } from "#server/test/dump.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { fillEverything } from "#server/test/fill-everything.ts";
import { impersonal } from "#server/test/impersonal.ts";
import { canary, makePerson } from "#server/test/person.ts";
import { erasePerson } from "./erase.ts";

const rt = await testRuntime();
const owner = postgres(rt.ownerUrl, { max: 1, onnotice: () => {} });
afterAll(() => owner.end());

async function makeFilled(word = canary) {
  const workspace = await makeWorkspace(rt, "Fjordline");
  const person = await makePerson(rt, workspace, word);
  const filled = { ...person, workspaceId: workspace.id, memberId: workspace.owner.id };
  await fillEverything(owner, filled, word);
  return { workspace, person };
}

describe("a canary in everything that is kept about a person", () => {
  it("stands in every column that can hold words, but in those that say why they hold none", async () => {
    await makeFilled();
    const excused = Object.values(impersonal).flat();
    expect(excused.filter((one, place) => excused.indexOf(one) !== place)).toEqual([]);
    const columns = await wordyColumns(owner);
    const undecided: string[] = [];
    for (const { table, column } of columns) {
      const name = `${table}.${column}`;
      const [row] = await owner<{ there: boolean }[]>`
        SELECT EXISTS (SELECT FROM ${owner(table)} WHERE ${holds(owner, canary, owner`${owner(column)}`)}) AS there`;
      if (row!.there === excused.includes(name)) {
        undecided.push(
          `${name} ${row!.there ? "is excused, but holds it" : "holds none: fill it in, or say why"}`,
        );
      }
    }
    expect(undecided).toEqual([]);
    const names = columns.map(({ table, column }) => `${table}.${column}`);
    expect(excused.filter((one) => !names.includes(one))).toEqual([]);
  });

  it("is nowhere in the database after the person was erased, and of the address only the keyed hash", async () => {
    const word = "lommepus";
    const { workspace, person } = await makeFilled(word);
    await owner`
      INSERT INTO pgboss.job (name, data) SELECT name, ${owner.json({ workspaceId: workspace.id })} FROM pgboss.queue`;
    const hash = Buffer.from(rt.tokens.hashAddress(workspace.id as never, person.email)).toString("hex");
    expect((await rowsWith(owner, word)).length).toBeGreaterThan(40);
    await workspace.run((ctx) => erasePerson(ctx, person.contactId));
    expect(await rowsWith(owner, word)).toEqual([]);
    const kept = (await rowsWith(owner, hash)).map((row) => row.split(":")[0]);
    expect([...new Set(kept)].sort()).toEqual(["public.suppression_events", "public.suppressions"]);
  });
});
