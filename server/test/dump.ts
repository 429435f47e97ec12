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
