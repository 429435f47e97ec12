import { sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import type { Ctx } from "#server/context.ts";

/** The teams with these names, made where there were none; ids by lower-case name. */
export async function namedTeams(ctx: Ctx, names: string[]): Promise<Map<string, string>> {
  const wanted = [...new Map(names.map((name) => [name.toLowerCase(), name.trim()])).values()];
  if (wanted.length === 0) return new Map();
  const known = await find(ctx, wanted);
  const missing = wanted.filter((name) => !known.has(name.toLowerCase()));
  if (missing.length === 0) return known;
  const records = JSON.stringify(missing.map((name) => ({ id: newId(ctx.now.getTime()), name })));
  await ctx.db.execute(sql`
    INSERT INTO teams (workspace_id, id, name, created_at)
    SELECT ${ctx.workspaceId}, id, name, ${ctx.now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${records}::jsonb) AS r (id uuid, name text) ORDER BY lower(name)
    ON CONFLICT (workspace_id, lower(name)) DO NOTHING`);
  return new Map([...known, ...(await find(ctx, missing))]);
}

async function find(ctx: Ctx, names: string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.execute<{ key: string; id: string }>(sql`
    SELECT wanted.word AS key, t.id FROM jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) AS wanted(word)
    JOIN teams t ON t.workspace_id = ${ctx.workspaceId} AND lower(t.name) = lower(wanted.word)`);
  return new Map(rows.map((row) => [row.key.toLowerCase(), row.id]));
}
