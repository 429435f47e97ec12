import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { accounts, responses } from "#db/schema/index.ts";
import { testNow, testRuntime } from "#server/test/database.ts";
import { makeContact, makeSurvey, makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { countListed } from "./count-listed.ts";
import { listResponses } from "./list.ts";
import { recountResponses } from "./recount.ts";
import { piecesOf } from "./rules.ts";
import { ListFilter, ListResponses } from "./schema.ts";

const rt = await testRuntime();

type Said = { comment: string | null; locale: string; name?: string; company?: string; score?: number };

async function make(name: string, said: readonly Said[]): Promise<TestWorkspace> {
  const workspace = await makeWorkspace(rt, name);
  await workspace.run(async (ctx) => {
    const survey = await makeSurvey(ctx);
    for (const [place, one] of said.entries()) {
      const contact = one.name && (await makeContact(rt, ctx, one.name));
      const accountId = one.company ? newId() : null;
      if (accountId)
        await ctx.db.insert(accounts).values({
          workspaceId: ctx.workspaceId,
          id: accountId,
          name: one.company!,
          createdAt: testNow,
        });
      const at = new Date(testNow.getTime() - place * 60_000);
      await ctx.db.insert(responses).values({
        workspaceId: ctx.workspaceId,
        id: newId(),
        surveyId: survey.id,
        contactId: contact ? contact.id : null,
        accountId,
        score: one.score ?? 5,
        comment: one.comment,
        locale: one.locale,
        evidence: "imported",
        channel: "import",
        answeredAt: at,
        updatedAt: at,
      });
    }
    await recountResponses(ctx);
  });
  return workspace;
}

const found = (workspace: TestWorkspace, q: string, over: object = {}) =>
  workspace.run((ctx) => listResponses(ctx, ListResponses.parse({ q, ...over })));

const comments = async (workspace: TestWorkspace, q: string) =>
  (await found(workspace, q)).responses.map(({ comment }) => comment);

async function shown(workspace: TestWorkspace, q: string): Promise<string[]> {
  const { responses: rows } = await found(workspace, q);
  return rows.map(({ comment, marks }) =>
    piecesOf(comment ?? "", marks?.comment ?? [])
      .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
      .join(""),
  );
}

const said: Said[] = [
  { comment: "Leveranserna var inte bra", locale: "sv", name: "Håkan Öberg", company: "Ångfartyg AB" },
  { comment: "Snabbleverans, tack!", locale: "sv-SE", name: "Anna Lind" },
  { comment: "Interiören var fin. Jag får mycket.", locale: "sv", name: "Hakan Berg" },
  { comment: "The delivery was not good. Nothing worked.", locale: "en" },
  { comment: "Deliveries were good, not bad", locale: "en" },
  { comment: "Das war schon teuer", locale: "de" },
  { comment: "Schöne Grüße", locale: "de-x-formal" },
  { comment: "Toimitukset olivat myöhässä", locale: "fi" },
  { comment: "<b>A&B</b> 100% late_again 👍", locale: "en" },
  { comment: null, locale: "en", name: "Åsa Lager" },
];
const workspace = await make("Search", said);
await make("Others", said);

describe("a search", () => {
  it("finds the forms of a word in the answer's language, and parts of words", async () => {
    expect(await shown(workspace, "leverans")).toEqual([
      "[Leveranserna] var inte bra",
      "Snabb[leverans], tack!",
    ]);
    expect(await shown(workspace, "leveransen")).toEqual([
      "[Leveranserna] var inte bra",
      "Snabb[leverans], tack!",
    ]);
    expect(await shown(workspace, "deliveries")).toEqual([
      "The [delivery] was not good. Nothing worked.",
      "[Deliveries] were good, not bad",
    ]);
    expect(await shown(workspace, "toimitus")).toEqual([]);
    expect(await shown(workspace, "toimitukse")).toEqual(["[Toimitukset] olivat myöhässä"]);
  });

  it("keeps words that stop lists drop, as whole words", async () => {
    expect(await shown(workspace, "inte")).toEqual(["Leveranserna var [inte] bra"]);
    expect(await shown(workspace, "not good")).toEqual([
      "The delivery was [not] [good]. Nothing worked.",
      "Deliveries were [good], [not] bad",
    ]);
  });

  it("finds a phrase as it stands", async () => {
    expect(await shown(workspace, '"not good"')).toEqual(["The delivery was [not good]. Nothing worked."]);
    expect(await shown(workspace, '"no good"')).toEqual([]);
  });

  it("finds all words, in the comment, the name, the address and the company", async () => {
    expect(await comments(workspace, "bra anna")).toEqual([]);
    expect(await comments(workspace, "leverans anna")).toEqual(["Snabbleverans, tack!"]);
    expect(await comments(workspace, "ångfartyg inte")).toEqual(["Leveranserna var inte bra"]);
    expect(await comments(workspace, "lind@customer")).toEqual(["Snabbleverans, tack!"]);
    expect(await comments(workspace, "lag")).toEqual([null]);
  });

  it("minds accents in comments; in names a letter may be typed without", async () => {
    expect(await comments(workspace, "far")).toEqual([]);
    expect(await shown(workspace, "får")).toEqual(["Interiören var fin. Jag [får] mycket."]);
    expect(await comments(workspace, "hakan")).toHaveLength(2);
    expect(await comments(workspace, "Håkan")).toEqual(["Leveranserna var inte bra"]);
    expect(await comments(workspace, "angfartyg")).toEqual(["Leveranserna var inte bra"]);
    expect(await shown(workspace, "schön")).toEqual(["[Schöne] Grüße"]);
  });

  it("takes signs for what they are", async () => {
    expect(await shown(workspace, "100%")).toEqual(["<b>A&B</b> [100]% late_again 👍"]);
    expect(await shown(workspace, "b")).toContain("<[b]>A&[B]</[b]> 100% late_again 👍");
    expect(await shown(workspace, "late_again")).toEqual(["<b>A&B</b> 100% [late_again] 👍"]);
    for (const q of ["'", "\\", "a\\b", "x'); --", "a|b", "(a", ":*", "a:*", "\u0000x", "%%%%", "!", "<->"])
      await expect(found(workspace, q)).resolves.toBeDefined();
  });

  it("leaves nothing out that has no word, and nobody else's answers in", async () => {
    expect(await comments(workspace, "?!")).toHaveLength(said.length);
    const [row] = (await found(workspace, "leverans")).responses;
    const mine = await workspace.run((ctx) =>
      ctx.db.execute<{ n: number }>(sql`SELECT count(*)::int AS n FROM responses WHERE id = ${row!.id}`),
    );
    expect(mine[0]!.n).toBe(1);
    const stranger = await makeWorkspace(rt, "Stranger");
    expect(await comments(stranger, "leverans")).toEqual([]);
    expect(await comments(stranger, "håkan")).toEqual([]);
  });

  it("marks names too", async () => {
    const { responses: rows } = await found(workspace, "hakan angfart");
    expect(rows[0]?.marks).toMatchObject({ contactName: [[0, 5]], accountName: [[0, 7]] });
  });

  it("is counted", async () => {
    const count = (input: object) => workspace.run((ctx) => countListed(ctx, ListFilter.parse(input)));
    expect(await count({ q: "leverans" })).toBe(2);
    expect(await count({ q: "leverans", group: "promoter" })).toBe(0);
    expect(await count({})).toBe(said.length);
    expect(await count({ score: "5" })).toBe(said.length);
    expect(await count({ score: 4 })).toBe(0);
    expect(await count({ score: 5, commented: "yes" })).toBe(said.length - 1);
  });
});

describe("a name that very many customers have", () => {
  it("is found alone, with another of that kind, and with a word of the comment", async () => {
    const busy = await make("Names", [{ comment: "Unusual words", locale: "en", name: "Änna Rare" }]);
    await busy.run(async (ctx) => {
      await ctx.db.execute(sql`
        INSERT INTO contacts (workspace_id, id, name, email, email_key, source, legal_ground, created_at, updated_at)
        SELECT ${ctx.workspaceId}, svar_new_id(), 'Anna Many ' || n, 'a' || n || '@x.example', 'a' || n || '@x.example',
          'test', 'none', now(), now() FROM generate_series(1, 1100) AS n`);
      const [one] = await ctx.db.select().from(responses);
      const { words: _, counts: __, ...row } = one!;
      const found = await ctx.db.execute<{ id: string }>(
        sql`SELECT id FROM contacts WHERE name IN ('Anna Many 7', 'Anna Many 8') ORDER BY name`,
      );
      await ctx.db.insert(responses).values(
        found.map(({ id: contactId }, place) => ({
          ...row,
          id: newId(),
          contactId,
          comment: `Words ${place}`,
        })),
      );
    });
    expect((await comments(busy, "anna")).toSorted()).toEqual(["Unusual words", "Words 0", "Words 1"]);
    expect((await comments(busy, "anna many")).toSorted()).toEqual(["Words 0", "Words 1"]);
    expect(await comments(busy, "anna many 8")).toEqual(["Words 1"]);
    expect(await comments(busy, "anna unusual")).toEqual(["Unusual words"]);
    expect(await comments(busy, "änna")).toEqual(["Unusual words"]);
    expect(await comments(busy, '"many 7"')).toEqual(["Words 0"]);
  });
});

describe("a word that very many answers have", () => {
  const many = Array.from({ length: 400 }, (_, place) => `Late again ${place}`);

  it("is read newest first, and found just the same", async () => {
    const busy = await make("Busy", [{ comment: "Rare words, late", locale: "en" }]);
    await busy.run(async (ctx) => {
      const [one] = await ctx.db.select().from(responses).limit(1);
      const { words: _, counts: __, ...row } = one!;
      for (let batch = 0; batch < 14; batch++)
        await ctx.db.insert(responses).values(
          many.map((comment, place) => {
            const at = new Date(testNow.getTime() - (batch * 400 + place + 1) * 1_000);
            return { ...row, id: newId(), comment, answeredAt: at, updatedAt: at };
          }),
        );
    });
    const { responses: rows, next } = await found(busy, "late");
    expect(rows).toHaveLength(50);
    expect(rows[0]?.comment).toBe("Rare words, late");
    expect(rows[1]?.marks?.comment).toEqual([[0, 4]]);
    const second = await found(busy, "late", { cursor: next });
    expect(second.responses[0]?.comment).toBe("Late again 49");
    expect(await busy.run((ctx) => countListed(ctx, ListFilter.parse({ q: "late" })))).toBeNull();
    expect(await busy.run((ctx) => countListed(ctx, ListFilter.parse({ q: "late rare" })))).toBe(1);
    expect((await found(busy, "late", { sort: "lowest", limit: 3 })).responses).toHaveLength(3);
  });
});
