import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { contacts, responses, surveys, teams } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { npsFigures } from "#server/dashboard/figures.ts";
import { getDashboard } from "#server/dashboard/queries.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { inLanguage, speak } from "#server/i18n/speak.ts";
import { total } from "#server/nps/groups.ts";
import { refusal } from "#server/refusal.ts";
import { foldCounts } from "#server/response/fold-counts.ts";
import { verifyCounts } from "#server/response/verify-counts.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace, type TestWorkspace } from "#server/test/factories.ts";
import { failedRows } from "./failed-rows.ts";
import { checkImport, getColumns, getImport } from "./queries.ts";
import { runImport } from "./run.ts";
import { type ImportKind, type Mapping, SetMapping } from "./schema.ts";
import { setMapping } from "./set-mapping.ts";
import { startImport } from "./start.ts";
import { uploadFile } from "./upload.ts";

speak();
const rt = await testRuntime();
const nordlys = await makeWorkspace(rt, "Nordlys");

async function upload(
  workspace: TestWorkspace,
  kind: ImportKind,
  bytes: Uint8Array | string,
  mapping: Mapping = {},
) {
  const file = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  const { id } = await workspace.run((ctx) =>
    uploadFile(ctx, { kind, fileName: "customers.csv", bytes: file }),
  );
  if (Object.keys(mapping).length > 0)
    await workspace.run((ctx) => setMapping(ctx, { importId: id, mapping }));
  return id;
}

async function importAll(
  workspace: TestWorkspace,
  kind: ImportKind,
  bytes: Uint8Array | string,
  mapping: Mapping = {},
) {
  const importId = await upload(workspace, kind, bytes, mapping);
  await workspace.run((ctx) => startImport(ctx, { importId }));
  await workspace.run((ctx) => runImport(ctx, { importId }));
  return { importId, ...(await workspace.run((ctx) => getImport(ctx, { importId }))) };
}

const contactsOf = (workspace: TestWorkspace) =>
  workspace.run((ctx) => ctx.db.select().from(contacts).orderBy(contacts.emailKey));

describe("contacts from a file", () => {
  it("are read from Swedish Excel: semicolons, Windows-1252, Swedish headings", async () => {
    const workspace = await makeWorkspace(rt, "Excel");
    const file = Buffer.from(
      "Namn;E-post;Företag;Ort\r\nÅsa Öberg;asa@kund.example;Ålesund AS;Malmö\r\n",
      "latin1",
    );
    expect(await importAll(workspace, "contacts", file)).toMatchObject({
      state: "done",
      created: 1,
      rejected: 0,
    });
    expect(await contactsOf(workspace)).toMatchObject([
      { name: "Åsa Öberg", email: "asa@kund.example", attributes: { Ort: "Malmö" } },
    ]);
  });

  it("are matched by tab and comma too, and each problem has its row, column, value and reason", async () => {
    const workspace = await makeWorkspace(rt, "Tabs");
    const importId = await upload(
      workspace,
      "contacts",
      "email\tname\tlanguage\nbo@kund.example\tBo\tsv\nnot an address\tEva\tsv\nliv@kund.example\tLiv\tklingon!\n",
    );
    const check = await workspace.run((ctx) => checkImport(ctx, { importId }));
    expect(check).toMatchObject({ good: 1, bad: 2 });
    expect(check.problems).toMatchObject([
      { row: 3, column: "email", value: "not an address", reason: refusal("email") },
      { row: 4, column: "language", value: "klingon!", reason: refusal("languageCode") },
    ]);
    const { csv } = await workspace.run((ctx) => failedRows(ctx, { importId }, "Why not imported"));
    expect(csv.split("\r\n")[0]).toBe("\ufeffemail\tname\tlanguage\tWhy not imported");
    expect(csv.split("\r\n")).toHaveLength(4);
  });

  it("have the ground of the file, and of a date of consent their own", async () => {
    const workspace = await makeWorkspace(rt, "Grounds");
    const importId = await upload(
      workspace,
      "contacts",
      "email;Samtycke;Samtyckeskälla\nbo@kund.example;31.5.2026;Butik\nliv@kund.example;;\neva@kund.example;1.6.2026;\nmo@kund.example;i maj;Butik\n",
    );
    const mapping: Mapping = { email: "email", Samtycke: "consentedAt", Samtyckeskälla: "groundSource" };
    expect((await workspace.run((ctx) => getImport(ctx, { importId }))).mapping).toEqual(mapping);
    const ground = { legalGround: "neutral_survey" as const, groundSource: "" };
    await workspace.run((ctx) => setMapping(ctx, { importId, mapping, ground }));
    const check = await workspace.run((ctx) => checkImport(ctx, { importId }));
    expect(check.problems).toMatchObject([
      { row: 4, column: "Samtyckeskälla", reason: refusal("consentWhere") },
      { row: 5, column: "Samtycke", value: "i maj", reason: expect.stringContaining("date") },
    ]);
    await workspace.run((ctx) => startImport(ctx, { importId }));
    await workspace.run((ctx) => runImport(ctx, { importId }));
    expect(await contactsOf(workspace)).toMatchObject([
      { email: "bo@kund.example", legalGround: "consent", groundSource: "Butik" },
      { email: "liv@kund.example", legalGround: "neutral_survey", groundSource: null, consentedAt: null },
    ]);
    expect(SetMapping.shape.ground.safeParse({ legalGround: "consent" }).success).toBe(false);
  });

  it("are updated by a second import and never doubled; empty cells erase nothing", async () => {
    const workspace = await makeWorkspace(rt, "Twice");
    const file = "email,name,team,country\nbo@kund.example,Bo,North,Sweden\nBO@KUND.example,Bo Ek,,\n";
    expect(await importAll(workspace, "contacts", file)).toMatchObject({ created: 1 });
    expect(await importAll(workspace, "contacts", "email,country\nBo@kund.example,Norway\n")).toMatchObject({
      created: 0,
      updated: 1,
    });
    const [team] = await workspace.run((ctx) => ctx.db.select().from(teams));
    expect(await contactsOf(workspace)).toMatchObject([
      { name: "Bo Ek", teamId: null, attributes: { country: "Norway" } },
    ]);
    expect(team).toBeUndefined();
  });

  it("guess their columns and keep the rest as attributes", async () => {
    const workspace = await makeWorkspace(rt, "Guess");
    const importId = await upload(
      workspace,
      "contacts",
      "Sähköposti,Nimi,Kieli,Yritys,Asiakasnumero,Kaupunki\na@b.fi,Aino,suomi,Saimaa,7,Turku\n",
    );
    const { columns } = await workspace.run((ctx) => getColumns(ctx, { importId }));
    expect(columns.map(({ target }) => target)).toEqual([
      "email",
      "name",
      "locale",
      "account",
      "externalId",
      "attribute",
    ]);
  });

  it("are all in or none: a started import runs once", async () => {
    const workspace = await makeWorkspace(rt, "Once");
    const { importId } = await importAll(workspace, "contacts", "email\na@b.example\n");
    await workspace.run((ctx) => startImport(ctx, { importId }));
    await workspace.run((ctx) => runImport(ctx, { importId }));
    expect(await contactsOf(workspace)).toHaveLength(1);
  });

  it("refuse what is no table, in words", async () => {
    await expect(upload(nordlys, "contacts", "")).rejects.toMatchObject({ code: "INVALID", field: "file" });
    await expect(upload(nordlys, "contacts", "email\n")).rejects.toThrow("no rows");
    await expect(
      upload(nordlys, "contacts", Buffer.from("PK\u0003\u0004 xl/workbook.xml")),
    ).rejects.toMatchObject({ field: "file" });
  });
});

describe("past answers from a file", () => {
  const file =
    "Betyg;Kommentar;Datum;Epost;Stad\n10;Bra;31.12.2025;a@b.example;Oslo\n3;=SUM(A1);1.2.2026;;Bergen\n;tomt;1.2.2026;;\n11;fel;1.2.2026;;\n8;;31.2.2026;;\n";

  it("keep score, comment, day and attributes, and link the contact", async () => {
    const workspace = await makeWorkspace(rt, "Past");
    const done = await importAll(workspace, "responses", file);
    expect(done).toMatchObject({ state: "done", created: 2, rejected: 3 });
    const rows = await workspace.run((ctx) => ctx.db.select().from(responses).orderBy(responses.answeredAt));
    expect(rows).toMatchObject([
      {
        score: 10,
        comment: "Bra",
        evidence: "imported",
        channel: "import",
        attributes: { Stad: "Oslo" },
        answeredAt: new Date("2025-12-31T11:00:00Z"),
      },
      { score: 3, contactId: null, attributes: { Stad: "Bergen" } },
    ]);
    expect(rows[0]!.contactId).not.toBeNull();
  });

  it("belong to one survey, named in the language of whoever brings in the first", async () => {
    const workspace = await makeWorkspace(rt, "Names");
    const bringIn = (locale: Locale, rows: string) =>
      inLanguage(locale, () => importAll(workspace, "responses", rows));
    await bringIn("fi", "score\n9\n");
    await bringIn("sv", "score\n7\n");
    const made = await workspace.run((ctx) => ctx.db.select({ name: surveys.name }).from(surveys));
    expect(made).toEqual([{ name: "Aiemmat vastaukset" }]);
  });

  it("add nothing when the same file comes again, but keep a file's own repetitions", async () => {
    const workspace = await makeWorkspace(rt, "Again");
    const twice = "score,comment\n9,Good\n9,Good\n";
    expect(await importAll(workspace, "responses", twice)).toMatchObject({ created: 2 });
    expect(await importAll(workspace, "responses", twice)).toMatchObject({ created: 0, unchanged: 2 });
    expect(await workspace.run((ctx) => npsFigures(ctx, {}))).toMatchObject({ n: 2, promoters: 2 });
    expect(await workspace.run((ctx) => verifyCounts(ctx))).toEqual([]);
  });
});

it("another workspace's import is not there", async () => {
  const workspace = await makeWorkspace(rt, "Mine");
  const importId = await upload(workspace, "contacts", "email\na@b.example\n");
  const missing = { code: "NOT_FOUND" };
  await expect(nordlys.run((ctx) => getImport(ctx, { importId }))).rejects.toMatchObject(missing);
  await expect(nordlys.run((ctx) => getColumns(ctx, { importId }))).rejects.toMatchObject(missing);
  await expect(nordlys.run((ctx) => checkImport(ctx, { importId }))).rejects.toMatchObject(missing);
  await expect(nordlys.run((ctx) => failedRows(ctx, { importId }, "Why not imported"))).rejects.toMatchObject(
    missing,
  );
  await expect(nordlys.run((ctx) => setMapping(ctx, { importId, mapping: {} }))).rejects.toMatchObject(
    missing,
  );
  await expect(nordlys.run((ctx) => startImport(ctx, { importId }))).rejects.toMatchObject(missing);
  await expect(nordlys.run((ctx) => runImport(ctx, { importId }))).rejects.toMatchObject(missing);
});

const airline = "../shared/data/ba_airline_reviews.csv.gz";

it.skipIf(!existsSync(airline))(
  "a real file of 3,830 reviews comes in whole, NPS −47 from 3,825",
  { timeout: 60_000 },
  async () => {
    const workspace = await makeWorkspace(rt, "Airline");
    const bytes = gunzipSync(readFileSync(airline));
    const mapping: Mapping = { date: "answered", rating: "score", review: "comment" };
    const done = await importAll(workspace, "responses", bytes, mapping);
    expect(done).toMatchObject({ rowsTotal: 3830, created: 3825, rejected: 5 });
    const check = await workspace.run((ctx) => checkImport(ctx, { importId: done.importId }));
    expect(check.problems.map(({ column, value, reason }) => [column, value, reason])).toEqual(
      Array(5).fill(["rating", "", refusal("scoreMissing")]),
    );
    const figures = await workspace.run((ctx) => npsFigures(ctx, {}));
    expect(figures).toMatchObject({ n: 3825, promoters: 657, passives: 703, detractors: 2465, nps: -47 });
    expect(figures).toMatchObject({ low: -49.67, high: -44.79 });
    const [byHand] = await workspace.run((ctx) => ctx.db.execute(scoreByHand(ctx)));
    expect(byHand).toEqual({ n: figures.n, nps: figures.nps, low: figures.low, high: figures.high });
    while ((await workspace.run((ctx) => foldCounts(ctx))) > 0);
    for (const name of ["seat_type", "type_of_traveller"]) {
      const byHand = await workspace.run((ctx) =>
        ctx.db.execute<{ value: string; n: number; net: number; nps: number }>(sql`
          SELECT attributes ->> ${name} AS value, count(*)::int AS n,
            (count(*) FILTER (WHERE score > 8) - count(*) FILTER (WHERE score < 7))::int AS net,
            round(100 * avg(CASE WHEN score > 8 THEN 1 WHEN score < 7 THEN -1 ELSE 0 END), 6)::float8 AS nps
          FROM responses WHERE workspace_id = ${ctx.workspaceId} AND attributes ->> ${name} <> ''
          GROUP BY 1 ORDER BY 1`),
      );
      const found = await workspace.run((ctx) =>
        getDashboard(ctx, DashboardView.parse({ period: "all", cut: `attribute:${name}` })),
      );
      const told = found.parts!.segments.map(({ value, counts, nps }) => ({
        value,
        n: total(counts),
        net: counts.promoters - counts.detractors,
        nps: Number(nps.toFixed(6)),
      }));
      expect(told.length).toBeGreaterThan(1);
      expect(told.sort((one, other) => (one.value < other.value ? -1 : 1))).toEqual([...byHand]);
      const one = byHand[0]!;
      const only = DashboardView.parse({ period: "all", where: `is.${name}.${one.value}` });
      const { counts } = await workspace.run((ctx) => getDashboard(ctx, only));
      expect([total(counts), counts.promoters - counts.detractors]).toEqual([one.n, one.net]);
    }
    const months = await workspace.run((ctx) =>
      ctx.db.execute<{ start: string; n: number; net: number }>(sql`
        SELECT to_char(answered_at AT TIME ZONE w.timezone, 'YYYY-MM-01') AS start, count(*)::int AS n,
          (count(*) FILTER (WHERE score > 8) - count(*) FILTER (WHERE score < 7))::int AS net
        FROM responses r JOIN workspaces w ON w.id = r.workspace_id
        WHERE r.workspace_id = ${ctx.workspaceId} GROUP BY 1 ORDER BY 1`),
    );
    const { trend } = await workspace.run((ctx) =>
      getDashboard(ctx, DashboardView.parse({ period: "all", by: "month" })),
    );
    expect(
      trend
        .filter(({ counts }) => total(counts) > 0)
        .map(({ start, counts }) => ({
          start,
          n: total(counts),
          net: counts.promoters - counts.detractors,
        })),
    ).toEqual([...months]);
    expect(await workspace.run((ctx) => verifyCounts(ctx))).toEqual([]);
  },
);

/** Score and adjusted Wald interval of all answers from their single scores, by the formulas of STATS.md 1. */
const scoreByHand = (ctx: Ctx) => sql`
  SELECT n, round(100 * (p - d) / n)::int AS nps, round(100 * (net - 1.959963985 * error), 2)::float8 AS low,
    round(100 * (net + 1.959963985 * error), 2)::float8 AS high
  FROM (
    SELECT *, (p - d) / (n + 3) AS net, sqrt(((p + d + 1.5) / (n + 3) - ((p - d) / (n + 3)) ^ 2) / (n + 3)) AS error
    FROM (
      SELECT count(*)::int AS n, count(*) FILTER (WHERE score IN (9, 10))::numeric AS p,
        count(*) FILTER (WHERE score BETWEEN 0 AND 6)::numeric AS d
      FROM responses WHERE workspace_id = ${ctx.workspaceId}
    ) AS counted
  ) AS adjusted`;
