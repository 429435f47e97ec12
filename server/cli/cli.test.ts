import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { invitationCounts, responseCounts } from "#db/schema/index.ts";
import { withApiKey, withTokenAtOnce } from "#server/entry.ts";
import { foldCounts } from "#server/response/fold-counts.ts";
import { recordResponse } from "#server/response/record.ts";
import { testRuntime, testSecret } from "#server/test/database.ts";
import { makeInvitation, makeWorkspace } from "#server/test/factories.ts";
import { smtpSink } from "#server/test/smtp-sink.ts";

const rt = await testRuntime();
const sink = await smtpSink();
const dataDir = mkdtempSync(join(tmpdir(), "svar-cli-"));
afterAll(async () => {
  await sink.close();
  rmSync(dataDir, { recursive: true, force: true });
});

type Ended = { code: number; out: string; err: string };

/** `npm run -s svar -- …` on this file's database. */
function svar(args: string[], over: Record<string, string> = {}): Promise<Ended> {
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    DATABASE_URL: rt.url,
    SMTP_URL: sink.url,
    SVAR_SECRET: testSecret,
    DATA_DIR: dataDir,
    MAIL_IN_PORT: "9",
    ...over,
  };
  const program = ["--import", "tsx", join(import.meta.dirname, "main.ts"), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, program, { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? 1 : 0, out, err }),
    );
  });
}

const owner = ["--owner", "ada@fjordline.example", "--password", "a long password"];

describe("workspace create", () => {
  it("prints the workspace and a key that opens it", async () => {
    const made = await svar(["workspace", "create", "--name", "Fjordline", "--slug", "fjordline", ...owner]);
    expect(made).toMatchObject({ code: 0, err: "" });
    const { workspace, apiKey } = JSON.parse(made.out);
    expect([workspace, made.out.trim().split("\n").length]).toEqual(["fjordline", 1]);
    expect(await withApiKey(rt, apiKey, async (ctx) => ctx.actor.kind)).toBe("api-key");
  });

  it("refuses an address that is taken, and another password for a known owner", async () => {
    const again = await svar(["workspace", "create", "--name", "Fjordline", "--slug", "fjordline", ...owner]);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/slug/);
    const other = ["--owner", "ada@fjordline.example", "--password", "another password"];
    const foreign = await svar(["workspace", "create", "--name", "Nordlys", "--slug", "nordlys", ...other]);
    expect(foreign).toMatchObject({ code: 2, out: "" });
    expect(foreign.err).toContain("has an account already");
  });

  it("names the option that is missing or unknown", async () => {
    expect((await svar(["workspace", "create", "--name", "Nordlys"])).err).toContain("--owner");
    expect((await svar(["workspace", "create", "--colour", "blue"])).code).toBe(2);
  });
});

describe("doctor", () => {
  type Report = { ok: boolean; checks: { name: string; ok: boolean; says: string }[] };
  const report = ({ out }: Ended): Report => JSON.parse(out);
  const wrong = (ended: Ended) => report(ended).checks.filter(({ ok }) => !ok);

  it("finds all in order but the inbound port, which nobody listens on", async () => {
    const seen = await svar(["doctor", "--json"]);
    expect(seen.code).toBe(1);
    expect(report(seen).checks.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["secret", "database", "migrations", "queue", "clock", "smtp", "inbound port"]),
    );
    expect(wrong(seen)).toEqual([
      { name: "inbound port", ok: false, says: expect.stringContaining("MAIL_IN_PORT") },
    ]);
  });

  it("names the mail server, the secret or the database when that is wrong", async () => {
    const smtp = await svar(["doctor", "--json"], { SMTP_URL: "smtp://127.0.0.1:1" });
    expect(wrong(smtp).map(({ name }) => name)).toContain("smtp");
    const secret = await svar(["doctor", "--json"], { SVAR_SECRET: "short" });
    expect(wrong(secret).map(({ name }) => name)).toEqual(["secret"]);
    const database = await svar(["doctor", "--json"], { DATABASE_URL: "postgres://svar@127.0.0.1:1/svar" });
    expect(wrong(database).map(({ name }) => name)).toEqual(["database"]);
  });
});

describe("counters", () => {
  const told = ({ out }: Ended) => JSON.parse(out);

  it("are verified, found wrong, repaired by one command, and right again", async () => {
    const workspace = await makeWorkspace(rt, "Counted");
    const { token } = await makeInvitation(rt, workspace, { touchpoint: "delivery" });
    await withTokenAtOnce(rt, "answer", token, (at, invitationNumber) =>
      recordResponse(at, { invitationNumber, score: 9, comment: "" }),
    );
    await workspace.run((ctx) => foldCounts(ctx));
    const mine = ["--workspace", workspace.slug, "--json"];
    expect(told(await svar(["counters", "verify", ...mine]))).toEqual({
      ok: true,
      workspaces: [{ workspace: workspace.slug, wrong: 0, differences: [] }],
    });

    await workspace.run((ctx) => ctx.db.update(responseCounts).set({ n: 3 }));
    await workspace.run((ctx) => ctx.db.update(invitationCounts).set({ answered: 0 }));
    const wrong = await svar(["counters", "verify", "--workspace", workspace.slug]);
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain(`${workspace.slug}: 2 wrong`);
    expect(wrong.out).toContain("score 9 (delivery, email, en): the counter says 3, there are 1");
    expect(wrong.out).toContain("answered of those: the counter says 0, there are 1");

    const repaired = await svar(["counters", "repair", ...mine]);
    expect([repaired.code, told(repaired)]).toEqual([
      0,
      { workspaces: [{ workspace: workspace.slug, corrected: 2 }] },
    ]);
    expect((await svar(["counters", "verify"])).code).toBe(0);
  });

  it("name an address that is no workspace's", async () => {
    const unknown = await svar(["counters", "verify", "--workspace", "nowhere"]);
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining("nowhere") });
  });
});

it("says what it can do, and ends with 2 when the command is none", async () => {
  expect(await svar(["help"])).toMatchObject({ code: 0, err: expect.stringContaining("workspace create") });
  expect((await svar(["dance"])).code).toBe(2);
});
