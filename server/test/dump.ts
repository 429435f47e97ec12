import type { Sql } from "postgres";

/** What the database holds of a workspace: a digest of its rows by table. `owner` is a connection that sees all of them. */
export async function dumpOf(owner: Sql, workspaceId: string): Promise<Record<string, string>> {
  const tables = await owner<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'workspace_id' ORDER BY 1`;
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await owner<{ digest: string | null; n: number }[]>`
      SELECT count(*)::int AS n, md5(string_agg(r::text, E'\n' ORDER BY r::text)) AS digest
      FROM ${owner(name)} r WHERE r.workspace_id = ${workspaceId}`;
    if (row && row.n > 0) digests[name] = `${row.n} rows, ${row.digest}`;
  }
  return digests;
}

/** A column that can hold words or bytes, as "table.column". */
export type WordyColumn = { table: string; column: string };

/**
 * The columns of all our tables that can hold a person's words, as the catalogue has them: text, lists of it, JSON, bytes
 * and search words; not enums, ids of users, nor what a CHECK keeps to a list of words.
 */
export async function wordyColumns(owner: Sql): Promise<WordyColumn[]> {
  return owner<WordyColumn[]>`
    SELECT c.relname AS table, a.attname AS column
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_type y ON y.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = y.typelem AND y.typcategory = 'A'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
      AND coalesce(e.typname, y.typname) NOT IN ('uuid', 'bool', 'int2', 'int4', 'int8', 'float4', 'float8', 'numeric',
        'date', 'time', 'timestamptz', 'interval', 'inet', 'cidr')
      AND coalesce(e.typtype, y.typtype) <> 'e'
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND a.attnum = ANY (k.conkey)
        AND (k.contype = 'f' AND k.confrelid = 'users'::regclass
          OR k.contype = 'c' AND cardinality(k.conkey) = 1 AND pg_get_constraintdef(k.oid) LIKE '%= ANY (ARRAY[%'))
    ORDER BY 1, 2`;
}

/** Whether a column, or a whole row under the name of its table, holds `word`: as text, as bytes, or in base64. */
export const holds = (owner: Sql, word: string, what: ReturnType<Sql>) => owner`
  (${what}::text ILIKE ${`%${word}%`} OR ${what}::text LIKE ${`%${Buffer.from(word).toString("hex")}%`}
    OR ${what}::text ~ ${inBase64(word).join("|")})`;

/** Every row of the database that holds `word`, as "schema.table: row", whatever the schema: ours, the queue's. */
export async function rowsWith(owner: Sql, word: string): Promise<string[]> {
  const tables = await owner<{ schema: string; name: string }[]>`
    SELECT relnamespace::regnamespace::text AS schema, relname AS name FROM pg_class
    WHERE relkind IN ('r', 'p', 'm') AND NOT relispartition
      AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`;
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const rows = await owner<{ row: string }[]>`
      SELECT each::text AS row FROM ${owner(schema)}.${owner(name)} AS each WHERE ${holds(owner, word, owner`each`)}`;
    found.push(...rows.map(({ row }) => `${schema}.${name}: ${row}`));
  }
  return found;
}

/** The word as it reads inside of base64, wherever it begins: without the letters that depend on what stands around it. */
function inBase64(word: string): string[] {
  return [0, 1, 2].map((offset) => {
    const whole = Buffer.from(" ".repeat(offset) + word)
      .toString("base64")
      .replaceAll("=", "");
    return whole.slice(Math.ceil((offset * 4) / 3), whole.length - 2);
  });
}
