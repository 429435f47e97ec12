import { and, asc, desc, eq, isNotNull, isNull, lt, lte, type SQL, sql } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import type { CaseView } from "./schema.ts";
import { turns } from "./urgency.ts";

const turn = (state: (typeof turns)[number]) => turns.indexOf(state);

/**
 * What makes a case of this workspace one of a view, nothing for all of them: `open` are those that are not closed; `mine`
 * and `unassigned` are those of them that nobody has put to sleep; `promised` are those with an open promise.
 */
export function inView(ctx: Ctx, view: CaseView): SQL | undefined {
  const awake = lte(cases.turn, turn("waiting"));
  const conditions: Record<CaseView, SQL | undefined> = {
    open: lt(cases.turn, turn("closed")),
    mine: and(awake, eq(cases.assigneeId, memberId(ctx.actor) ?? "")),
    unassigned: and(awake, isNull(cases.assigneeId)),
    promised: isNotNull(cases.promiseAt),
    waiting: eq(cases.turn, turn("waiting")),
    snoozed: eq(cases.turn, turn("snoozed")),
    closed: eq(cases.turn, turn("closed")),
    all: undefined,
  };
  return conditions[view];
}

/** Whether a view is a record, newest first; the others are queues: what needs us first (urgency.ts). */
const isRecord = (view: CaseView) => view === "closed" || view === "all";

/** The order of a view, or from its end. */
export function orderOf(view: CaseView, { backwards = false } = {}): SQL[] {
  const direction = isRecord(view) === backwards ? asc : desc;
  const columns = isRecord(view)
    ? [cases.openedAt, cases.id]
    : [cases.turn, cases.leeway, cases.owedAt, cases.id];
  return columns.map((column) => direction(column));
}

const exactly = (column: typeof cases.openedAt | typeof cases.owedAt) =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Where a row stands in the order of a view, as text: a cursor, once its id is known. */
export function positionOf(view: CaseView): SQL<string> {
  return isRecord(view)
    ? sql<string>`${exactly(cases.openedAt)} || '_' || ${cases.id}`
    : sql<string>`${cases.turn} || '_' || ${cases.leeway} || '_' || ${exactly(cases.owedAt)} || '_' || ${cases.id}`;
}

/** The cases after the position that `cursor` names, or before it. @throws INVALID when it is no cursor of the view. */
export function beyond(view: CaseView, cursor: string, { backwards = false } = {}): SQL {
  const parts = /^(?:([0-4])_(\d{1,16})_)?(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor);
  if (!parts || isRecord(view) !== (parts[1] === undefined)) throw invalid("cursor", refusal("cursor"));
  const [, turnAt, leeway, at, id] = parts;
  const [here, there] = isRecord(view)
    ? [sql`(${cases.openedAt}, ${cases.id})`, sql`(${at}::timestamptz, ${id}::uuid)`]
    : [
        sql`(${cases.turn}, ${cases.leeway}, ${cases.owedAt}, ${cases.id})`,
        sql`(${Number(turnAt)}::smallint, ${Number(leeway)}::bigint, ${at}::timestamptz, ${id}::uuid)`,
      ];
  return isRecord(view) === backwards ? sql`${here} > ${there}` : sql`${here} < ${there}`;
}
