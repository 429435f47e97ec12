import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { asSystem } from "#server/entry.ts";
import { runImport } from "#server/import/run.ts";
import { startImport } from "#server/import/start.ts";
import { uploadFile } from "#server/import/upload.ts";
import { median, type Result, rounded } from "./report.ts";
import { type Stage, setStage } from "./stage.ts";

const contacts = 100_000;
const rounds = 3;
const target = 15;
const megabyte = 1024 * 1024;

/**
 * P6: seconds in which a file with 100,000 new contacts is read, checked and imported, with its accounts and teams,
 * against COPY of the contacts it made into an unlogged table without an index. `growthMb` is what the process holds more at the end of an
 * import than after its first tenth: flat when it is about nothing.
 */
export async function importContacts(): Promise<Result> {
  const stage = await setStage();
  const owner = postgres(stage.ownerUrl, { max: 1, onnotice: () => {} });
  const ours: number[] = [];
  const reference: number[] = [];
  const memory: number[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const file = fileOf(round);
      const { seconds, growth } = await importOurs(stage, file);
      ours.push(seconds);
      memory.push(growth);
      reference.push(await copy(owner));
      await owner`DELETE FROM contacts`;
      await owner`VACUUM ANALYZE`;
    }
  } finally {
    await owner.end();
    await stage.close();
  }
  const ratio = rounded(median(ours) / median(reference));
  return {
    name: "import",
    ours: rounded(median(ours)),
    reference: rounded(median(reference)),
    ratio,
    target,
    ok: ratio <= target,
    contacts,
    growthMb: Math.round(median(memory) / megabyte),
  };
}

const header = "email,name,language,company,team,employee,customer number,city,plan";

function fileOf(round: number): Buffer {
  const rows = Array.from({ length: contacts }, (_, n) =>
    [
      `person${n}.${round}@customer${n % 997}.example`,
      `Person ${n}`,
      ["sv", "da", "nb", "fi", "de", "en"][n % 6],
      `Company ${n % 2000}`,
      `Team ${n % 12}`,
      `agent${n % 40}@fjordline.example`,
      `K-${round}-${n}`,
      ["Malmö", "Aarhus", "Bergen", "Turku", "Kiel"][n % 5],
      n % 3 ? "Business" : "Private",
    ].join(","),
  );
  return Buffer.from(`${[header, ...rows].join("\n")}\n`);
}

async function importOurs(stage: Stage, file: Buffer): Promise<{ seconds: number; growth: number }> {
  const within = <Out>(work: Parameters<typeof asSystem<Out>>[3]) =>
    asSystem(stage.rt, stage.workspace.id, "bench", work);
  const began = performance.now();
  const { id } = await within((ctx) =>
    uploadFile(ctx, { kind: "contacts", fileName: "bench.csv", bytes: file }),
  );
  await within((ctx) => startImport(ctx, { importId: id }));
  const held: number[] = [];
  await within((ctx) =>
    runImport(ctx, { importId: id, onBatch: () => held.push(process.memoryUsage().rss) }),
  );
  const seconds = (performance.now() - began) / 1000;
  const [early, late] = [held[Math.floor(held.length / 10)] ?? 0, held.at(-1) ?? 0];
  return { seconds, growth: late - early };
}

async function copy(owner: postgres.Sql): Promise<number> {
  await owner`DROP TABLE IF EXISTS copied`;
  await owner`CREATE UNLOGGED TABLE copied (LIKE contacts)`;
  const rows: Buffer[] = [];
  for await (const piece of await owner`COPY contacts TO STDOUT`.readable()) rows.push(piece);
  const began = performance.now();
  await pipeline(Readable.from(rows), await owner`COPY copied FROM STDIN`.writable());
  return (performance.now() - began) / 1000;
}
