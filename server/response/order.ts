import { asc, desc, type SQL, sql } from "drizzle-orm";
import { responses } from "#db/schema/index.ts";
import { invalid } from "#server/errors.ts";
import { SCORES } from "#server/nps/groups.ts";
import { refusal } from "#server/refusal.ts";
import type { ListResponses, Sort } from "./schema.ts";

const isByScore = (sort: Sort): boolean => sort === "lowest" || sort === "highest";

const newest = [desc(responses.answeredAt), desc(responses.id)];

/** How answers are put in order; each order has one place for each answer. */
export function inOrder(sort: Sort): SQL[] {
  if (sort === "oldest") return [asc(responses.answeredAt), asc(responses.id)];
  if (sort === "lowest") return [asc(responses.score), ...newest];
  return sort === "highest" ? [desc(responses.score), ...newest] : newest;
}

/** Where an answer stands in that order: the cursor of what comes after it. */
export function positionOf(sort: Sort): SQL<string> {
  const at = sql<string>`to_char(${responses.answeredAt} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || ${responses.id}`;
  return isByScore(sort) ? sql<string>`${responses.score} || '_' || ${at}` : at;
}

/**
 * What comes after a cursor of the answers that `where` lets through. By score, the page is gathered from one index
 * for each score: none has scores and, within each, the newest first in both directions.
 *
 * @throws INVALID on `cursor` for one that is none of this order's.
 */
export function restOf(where: SQL, page: Pick<ListResponses, "sort" | "cursor" | "limit">): SQL | undefined {
  const after = page.cursor ? positionIn(page.cursor, page.sort) : null;
  if (!isByScore(page.sort)) return after ? afterPlace(after, page.sort === "oldest") : undefined;
  const scores = scoresFrom(page.sort, after?.score ?? null);
  const place = after ? sql`AND (wanted.score <> ${after.score} OR ${afterPlace(after, false)})` : sql``;
  return sql`${responses.id} = ANY (ARRAY(
    SELECT page.id FROM unnest(${`{${scores.join()}}`}::smallint[]) AS wanted (score), LATERAL (
      SELECT ${responses.id} FROM ${responses} WHERE ${where} AND ${responses.score} = wanted.score ${place}
      ORDER BY ${responses.answeredAt} DESC, ${responses.id} DESC LIMIT ${page.limit + 1}
    ) AS page))`;
}

type Position = { score: number | null; at: string; id: string };

function positionIn(cursor: string, sort: Sort): Position {
  const parts = /^(?:(\d{1,2})_)?(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor);
  if (!parts || (parts[1] !== undefined) !== isByScore(sort)) throw invalid("cursor", refusal("cursor"));
  return { score: parts[1] === undefined ? null : Number(parts[1]), at: parts[2]!, id: parts[3]! };
}

const afterPlace = ({ at, id }: Position, forward: boolean): SQL =>
  sql`(${responses.answeredAt}, ${responses.id}) ${sql.raw(forward ? ">" : "<")} (${at}::timestamptz, ${id}::uuid)`;

const scoresFrom = (sort: Sort, first: number | null): number[] =>
  (sort === "lowest" ? [...SCORES] : SCORES.toReversed()).filter(
    (score) => first === null || (sort === "lowest" ? score >= first : score <= first),
  );
