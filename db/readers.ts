import type { Sql } from "postgres";

/** Tables of which readers see nothing, each with its reason. */
export const hiddenFromReaders = new Set([
  "sessions", // whoever knows a token is that person
  "credentials",
  "verifications",
  "second_factors",
  "recovery_codes",
  "passkeys",
  "known_browsers",
  "rate_limits",
  "users", // people of other workspaces
  "api_keys",
  "member_invitations",
  "audit_addresses", // forgotten after seven days, and a copy would not be
  "migrations",
]);

/** Columns that hold what opens something, wherever they are; bytes (hashes, files, what is sealed) are hidden as well. */
export const secretColumn =
  /secret|password|private_key|token|_hash$|^hash$|webhook|encrypted|sealed|url$|nonce|^payload$/;

type Column = { table: string; column: string };

/**
 * Lets svar_read see each table of workspaces that is not hidden, but for secret columns, and there one workspace only:
 * `SET app.workspace_id = '…'` says which. Tables that came since are added; what is there already is not touched.
 */
export async function letReadersRead(sql: Sql): Promise<void> {
  const columns = await sql<Column[]>`
    SELECT c.relname AS table, a.attname AS column
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
      AND a.atttypid <> 'bytea'::regtype AND NOT has_column_privilege('svar_read', c.oid, a.attnum, 'SELECT')`;
  const shown = columns.filter(
    ({ table, column }) => !hiddenFromReaders.has(table) && !secretColumn.test(column),
  );
  for (const [table, ours] of Map.groupBy(shown, ({ table }) => table)) {
    const names = ours.map(({ column }) => column);
    await sql`GRANT SELECT (${sql(names)}) ON ${sql(table)} TO svar_read`;
  }
  const open = await sql<{ table: string; key: string }[]>`
    SELECT c.relname AS table, CASE c.relname WHEN 'workspaces' THEN 'id' ELSE 'workspace_id' END AS key
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
      AND has_any_column_privilege('svar_read', c.oid, 'SELECT')
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'reader')`;
  for (const { table, key } of open) {
    await sql`CREATE POLICY reader ON ${sql(table)} FOR SELECT TO svar_read USING (${sql(key)} = svar_workspace_id())`;
  }
}
