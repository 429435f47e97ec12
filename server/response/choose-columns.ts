import { and, eq } from "drizzle-orm";
import { responseColumns } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { type ColumnName, fixedColumns } from "./rules.ts";
import { ChooseColumns } from "./schema.ts";

const usual: ColumnName[] = ["score", "comment", "contact", "company", "case", "received"];

/** The columns that the acting member chose for the list of answers, or the usual ones. */
export async function getColumns(ctx: Ctx): Promise<ColumnName[]> {
  const userId = memberId(ctx.actor);
  if (!userId) return usual;
  const [row] = await ctx.db
    .select({ columns: responseColumns.columns })
    .from(responseColumns)
    .where(and(eq(responseColumns.workspaceId, ctx.workspaceId), eq(responseColumns.userId, userId)));
  return row ? ChooseColumns.parse(row).columns : usual;
}

/**
 * Remembers which columns the acting member wants, in this order and on every device; those that no row can do without
 * come first where they are missing. Returns them.
 */
export async function chooseColumns(ctx: Ctx, input: ChooseColumns): Promise<ColumnName[]> {
  const missing = fixedColumns.filter((column) => !input.columns.includes(column));
  const columns = [...new Set([...missing, ...input.columns])];
  const userId = memberId(ctx.actor);
  if (!userId) throw new TypeError("columns are chosen by a member");
  await ctx.db
    .insert(responseColumns)
    .values({ workspaceId: ctx.workspaceId, userId, columns, chosenAt: ctx.now })
    .onConflictDoUpdate({
      target: [responseColumns.workspaceId, responseColumns.userId],
      set: { columns, chosenAt: ctx.now },
    });
  return columns;
}
