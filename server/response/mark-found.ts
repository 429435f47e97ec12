import { and, eq, inArray, sql } from "drizzle-orm";
import { responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { closing, marksIn, marksInName, opening, type Span } from "./marks.ts";
import { anyWord, type Search, soughtIn } from "./search.ts";

type Texts = {
  id: string;
  comment: string | null;
  locale: string;
  contactName: string | null;
  contactEmail: string | null;
  accountName: string | null;
};

/** Where the words looked for stand in what is shown of an answer. */
export type Marks = Record<"comment" | "contactName" | "contactEmail" | "accountName", Span[]>;

/** The same answers, each with where the words looked for stand in it; null where none are. */
export async function markFound<Row extends Texts>(
  ctx: Ctx,
  search: Search | null,
  rows: Row[],
): Promise<(Row & { marks: Marks | null })[]> {
  if (!search) return rows.map((row) => ({ ...row, marks: null }));
  const found = await wordsFound(ctx, search, rows);
  return rows.map((row) => {
    const name = (text: string | null) => marksInName(text ?? "", search.terms);
    const comment = row.comment
      ? marksIn(row.comment, soughtIn(search, row.locale), found.get(row.id) ?? "")
      : [];
    const marks = {
      comment,
      contactName: name(row.contactName),
      contactEmail: name(row.contactEmail),
      accountName: name(row.accountName),
    };
    return { ...row, marks };
  });
}

/** The comments with what PostgreSQL finds in them by the stems of their language between two signs. */
async function wordsFound(
  ctx: Ctx,
  { readings }: Search,
  rows: readonly Texts[],
): Promise<Map<string, string>> {
  const ids = rows.filter(({ comment }) => comment).map(({ id }) => id);
  if (ids.length === 0 || readings.length === 0) return new Map();
  const found = await ctx.db
    .select({
      id: responses.id,
      text: sql<string>`ts_headline(svar_words_of(${responses.locale}),
        translate(svar_plain(${responses.comment}), ${opening + closing}, '  '), ${anyWord(readings)},
        ${`HighlightAll=true, StartSel=${opening}, StopSel=${closing}`})`,
    })
    .from(responses)
    .where(and(eq(responses.workspaceId, ctx.workspaceId), inArray(responses.id, ids)));
  return new Map(found.map(({ id, text }) => [id, text]));
}
