import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { withDatabase } from "./database.ts";

const folder = join(import.meta.dirname, "../../db/migrations");

/** A database of its own as it stood before the migration with this number, and what runs that one and all after it. */
export async function beforeMigration(first: number) {
  const { ownerUrl } = inject("postgres");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const server = postgres(withDatabase(ownerUrl, "postgres"), { max: 1, onnotice: () => {} });
  await server`CREATE DATABASE ${server(name)}`;
  const owner = postgres(withDatabase(ownerUrl, name), { max: 1, onnotice: () => {} });
  afterAll(async () => {
    await owner.end();
    await server`DROP DATABASE ${server(name)} WITH (FORCE)`;
    await server.end();
  });

  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
  async function run(wanted: (number: number) => boolean): Promise<void> {
    for (const file of files.filter((one) => wanted(Number(one.slice(0, 4))))) {
      const text = await readFile(join(folder, file), "utf8");
      await owner.begin((tx) => tx.unsafe(text));
    }
  }
  await run((number) => number < first);
  return { owner, migrate: () => run((number) => number >= first) };
}
