import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { startTemporaryPostgres } from "#db/embedded.ts";
import { migrate } from "#db/migrate.ts";
import { makeAnswers } from "./make-answers.ts";
import { root } from "./processes.ts";
import { p95, rounded } from "./report.ts";
import type { Stage } from "./stage.ts";

// npm run -s soak:migrations -- [first] [answers]: runs the migrations from the number `first` on over a million answers
// while customers answer and colleagues write, and says how long the longest of these waited. One line of JSON.
const first = process.argv[2] ?? "0082";
const answers = Number(process.argv[3] ?? 1_000_000);
const writers = 4;
/** A migration lets others pass after 5 s; what they then wait for is its own work. */
const mostStallSeconds = 6;
const folder = join(root, "db", "migrations");
const workspaceId = "0198b0b0-0000-7000-8000-000000000001";

const server = await startTemporaryPostgres({ durable: true });
const admin = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
try {
  await migrateUntil(server.ownerUrl);
  await admin`
    INSERT INTO workspaces (id, key, slug, name, legal_ground, created_at)
    VALUES (${workspaceId}, 'soak1', 'soak', 'Soak', 'existing_customer', now())`;
  console.error(`making ${answers} answers…`);
  await makeAnswers({ ownerUrl: server.adminUrl, workspace: { id: workspaceId } } as Stage, answers);
  // 0094 counts these itself.
  if (first <= "0094") await admin`DELETE FROM response_cuts WHERE dimension = 'within no team'`;
  const over = new AbortController();
  const written = Promise.all(Array.from({ length: writers }, (_, n) => write(n, over.signal)));
  await sleep(3_000);
  const began = performance.now();
  const ran = await migrate(server.ownerUrl, { loginRole: "svar" });
  const seconds = (performance.now() - began) / 1000;
  await sleep(3_000);
  over.abort();
  const waits = (await written).flatMap(({ waits }) => waits);
  const failed = (await written).reduce((sum, one) => sum + one.failed, 0);
  const longest = Math.max(...waits);
  console.log(
    JSON.stringify({
      ok: failed === 0 && longest <= mostStallSeconds && ran.length > 0,
      ...{ answers, migrations: ran, seconds: rounded(seconds), writes: waits.length, failed },
      ...{ longestStallSeconds: rounded(longest), p95Seconds: rounded(p95(waits)) },
    }),
  );
} finally {
  await admin.end();
  await server.stop();
}

/** Runs what comes before `first`, as the owner does, and notes that it ran. */
async function migrateUntil(url: string): Promise<void> {
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  await owner`CREATE TABLE migrations (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`;
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".sql") || name >= first) continue;
    const text = readFileSync(join(folder, name), "utf8");
    const sha256 = createHash("sha256").update(text).digest("hex");
    await owner.begin(async (tx) => {
      await tx.unsafe(text);
      await tx`INSERT INTO migrations (name, sha256) VALUES (${name}, ${sha256})`;
    });
  }
  await owner.end();
}

/** One of those who write: an answer to an invitation, then a change of a contact, again and again. Seconds each took. */
async function write(at: number, signal: AbortSignal): Promise<{ waits: number[]; failed: number }> {
  const sql = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
  const open = await sql<{ number: string; contact: string }[]>`
    SELECT i.number, i.contact_id AS contact FROM invitations i
    WHERE i.workspace_id = ${workspaceId} AND i.number % ${writers} = ${at}
      AND NOT EXISTS (SELECT FROM responses r WHERE r.workspace_id = i.workspace_id AND r.invitation_id = i.id)`;
  const waits: number[] = [];
  let failed = 0;
  for (const { number, contact } of open) {
    if (signal.aborted) break;
    for (const work of [() => answer(sql, number), () => change(sql, contact)]) {
      const began = performance.now();
      await work().catch((error) => {
        failed += 1;
        if (failed === 1) console.error(String(error));
      });
      waits.push((performance.now() - began) / 1000);
    }
    await sleep(10);
  }
  await sql.end();
  return { waits, failed };
}

function answer(sql: Sql, number: string) {
  return sql`
    SELECT svar_record_answer(${workspaceId}, ${number}, ${randomUUID()}, 9::smallint, 'Quick and friendly.', NULL, NULL, NULL, now(),
      'confirmed')`;
}

function change(sql: Sql, id: string) {
  return sql`UPDATE contacts SET updated_at = now() WHERE workspace_id = ${workspaceId} AND id = ${id}`;
}
