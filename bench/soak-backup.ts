import { execFile, execFileSync, type SpawnSyncOptions, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { rolesSql } from "#db/roles.ts";
import { createRuntime, withToken } from "#server/entry.ts";
import { readEnv } from "#server/env.ts";
import { recordResponse } from "#server/response/record.ts";
import { verifyAsked, verifyCounts } from "#server/response/verify-counts.ts";
import { prepareDatabase } from "#server/start/migrate.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { inviteForSoak } from "#server/test/soak-invite.ts";
import { freePort } from "./processes.ts";
import { secret } from "./stage.ts";

// npm run -s soak:backup: dumps a database while customers answer, restores it elsewhere as docs/operations.md tells, and
// looks whether all is there, counters are right and links in mails lead on. Needs Debian's postgresql: apt-get install postgresql.
const bin = ["/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/15/bin"].find(
  existsSync,
);
const customers = 500;
if (!bin) {
  console.error(
    "PostgreSQL's own programs are not here. Install them with: apt-get install -y --no-install-recommends postgresql",
  );
  process.exit(2);
}
const root = process.getuid?.() === 0;
const folder = mkdtempSync(join(tmpdir(), "svar-backup-"));
const data = join(folder, "data");
const port = await freePort();
const url = (login: string, database: string) => `postgres://${login}@127.0.0.1:${port}/${database}`;
const env = {
  ...{
    DATABASE_URL: url("svar", "svar"),
    SMTP_URL: "smtp://127.0.0.1:1",
    SVAR_SECRET: secret,
    LOG_LEVEL: "error",
  },
  ...{ APP_URL: "http://localhost:3000", MAIL_IN_DOMAIN: "reply.svar.test", NODE_ENV: "production" },
};

try {
  if (root) {
    const { uid, gid } = postgresUser();
    chownSync(folder, uid, gid);
  }
  chmodSync(folder, 0o755);
  run("initdb", ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]);
  run("pg_ctl", [
    "-D",
    data,
    "-w",
    "-l",
    join(folder, "log"),
    "-o",
    `-p ${port} -k ${folder} -h 127.0.0.1`,
    "start",
  ]);
  const figures = await dumpAndRestore();
  console.log(JSON.stringify(figures));
  process.exitCode = figures.ok ? 0 : 1;
} finally {
  run("pg_ctl", ["-D", data, "-w", "-m", "immediate", "stop"], true);
  rmSync(folder, { recursive: true, force: true });
}

async function dumpAndRestore() {
  const admin = postgres(url("postgres", "postgres"), { max: 1, onnotice: () => {} });
  await admin.unsafe(rolesSql);
  await admin`CREATE DATABASE svar OWNER svar_owner TEMPLATE template0`;
  await prepareDatabase(url("svar_owner", "svar"), "svar");
  const owner = postgres(url("svar_owner", "svar"), { max: 1, onnotice: () => {} });
  await inviteForSoak(env, owner, customers);
  const [workspace] = await owner<
    { id: string; key: string }[]
  >`SELECT id, key FROM workspaces WHERE name = 'Soak'`;
  const rt = await createRuntime(readEnv(env), env.DATABASE_URL);
  const link = (number: number) => rt.tokens.seal("answer", { workspaceKey: workspace!.key, number });
  const say = (on: typeof rt, number: number) =>
    withToken(on, "answer", link(number), (ctx, invitationNumber) =>
      recordResponse(ctx, { invitationNumber, score: number % 11, comment: `Answer ${number}.` }),
    );
  for (let number = 1; number <= customers / 2; number++) await say(rt, number);
  // Half of the rest answer while the dump runs; it is of one moment all the same.
  const meanwhile = (async () => {
    for (let number = customers / 2 + 1; number <= customers - 50; number++) await say(rt, number);
  })();
  const began = performance.now();
  const file = join(folder, "svar.dump");
  const dumped = execute("pg_dump", ["-Fc", "-d", url("svar_owner", "svar"), "-f", file]);
  const dumpSeconds = (performance.now() - began) / 1000;
  await Promise.all([meanwhile, dumped]);
  await rt.close();
  await owner.end();
  await admin`CREATE DATABASE restored OWNER svar_owner TEMPLATE template0`;
  await execute("pg_restore", ["--exit-on-error", "-d", url("postgres", "restored"), file]);
  const ran = await prepareDatabase(url("svar_owner", "restored"), "svar");
  const back = await createRuntime(
    readEnv({ ...env, DATABASE_URL: url("svar", "restored") }),
    url("svar", "restored"),
  );
  const again = await makeWorkspace(back, "After");
  const restored = postgres(url("svar_owner", "restored"), { max: 1, onnotice: () => {} });
  const [kept] = await restored<{ answers: number; owners: number }[]>`
    SELECT (SELECT count(*)::int FROM responses) AS answers,
      (SELECT count(DISTINCT relowner)::int FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r') AS owners`;
  const differences = await withToken(back, "answer", link(1), async (ctx) => [
    ...(await verifyCounts(ctx)),
    ...(await verifyAsked(ctx)),
  ]);
  const late = await say(back, customers);
  const forged = await withToken(back, "answer", `${link(1).slice(0, -1)}0`, async () => "open");
  await restored.end();
  await back.close();
  await admin.end();
  const megabytes = Math.round(statSync(file).size / 1e5) / 10;
  const ok =
    ran.length === 0 &&
    kept!.owners === 1 &&
    kept!.answers >= customers / 2 &&
    differences?.length === 0 &&
    late?.outcome === "recorded" &&
    again.slug !== "" &&
    (forged === null || link(1).endsWith("0"));
  return {
    ok,
    version: version(),
    dumpSeconds: Math.round(dumpSeconds * 10) / 10,
    megabytes,
    ...kept,
    answerAfterwards: late?.outcome,
    wrongCounters: differences?.length,
    migrationsNeeded: ran.length,
  };
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function version(): string {
  return execFileSync(join(bin!, "pg_dump"), ["--version"], { encoding: "utf8" }).trim();
}

/** PostgreSQL's programs refuse to run as root. */
function run(program: string, args: string[], mayFail = false): void {
  const options: SpawnSyncOptions = { cwd: "/", stdio: ["ignore", "ignore", "inherit"] };
  const { status } = spawnSync(join(bin!, program), args, { ...options, ...(root ? postgresUser() : {}) });
  if (status !== 0 && !mayFail) throw new Error(`${program} failed`);
}

async function execute(program: string, args: string[]): Promise<void> {
  await promisify(execFile)(join(bin!, program), args, { cwd: "/" });
}
