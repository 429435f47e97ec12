import { and, inArray, type SQL, sql } from "drizzle-orm";
import { responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { filtered } from "./filter.ts";
import { readPage } from "./list.ts";
import type { ExportResponses } from "./schema.ts";
import { searchedFor } from "./search.ts";

export type ExportedAnswer = Awaited<ReturnType<typeof readPage>>["rows"][number];

/** Which attributes the answers of a file have, in order of their names. */
export async function listAttributes(ctx: Ctx, input: ExportResponses): Promise<string[]> {
  const rows = await ctx.db.execute<{ name: string }>(sql`
    SELECT DISTINCT jsonb_object_keys(attributes) AS name FROM responses
    WHERE ${await chosen(ctx, input)} AND attributes <> '{}' ORDER BY name`);
  return rows.map(({ name }) => name);
}

/**
 * One part of the answers of a file, in its order, and the cursor of the next part or null. Each is read in a
 * transaction of its own, so that none is held while a slow reader takes the file.
 */
export async function exportPart(ctx: Ctx, input: ExportResponses, cursor: string | null, limit: number) {
  const page = { sort: input.sort, cursor: cursor ?? undefined, limit };
  return readPage(ctx, await chosen(ctx, input), page);
}

async function chosen(ctx: Ctx, input: ExportResponses): Promise<SQL> {
  if (input.id) return and(filtered(ctx, {}), inArray(responses.id, input.id))!;
  return (await searchedFor(ctx, input)).where;
}
