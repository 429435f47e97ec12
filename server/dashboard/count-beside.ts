import { sql } from "drizzle-orm";
import { runOften } from "#db/prepared.ts";
import type { Ctx } from "#server/context.ts";
import { provisionalIn, unsettledIn } from "#server/evidence/queries.ts";
import { type Asked, askedIn } from "#server/response/count-asked.ts";
import { withdrawnIn } from "#server/response/count-withdrawn.ts";
import { cutsIn } from "#server/response/read-counters.ts";
import type { ResponseFilter } from "#server/response/schema.ts";
import { mostSetAside } from "./rules.ts";

/** What stands beside the figures of a dashboard. */
export type Beside = {
  /** Who was asked; null where more than days and survey narrows, or what the reader sees: that is not counted. */
  asked: Asked | null;
  /** Numbers that were opened and not sent: one more than `mostSetAside` when there are more. */
  setAside: number;
  /** Numbers that were opened just now. */
  unsettled: number;
  withdrawn: number;
};

/** All of that in one statement; a further number joins it. */
export async function countBeside(ctx: Ctx, filter: ResponseFilter): Promise<Beside> {
  const isCounted = !ctx.sight && cutsIn({ ...filter, group: undefined })?.length === 0;
  const [row] = await runOften<Beside>(
    ctx.db,
    sql`
    SELECT ${isCounted ? askedIn(ctx, filter) : sql`NULL::json`} AS asked,
      ${provisionalIn(ctx, filter, mostSetAside)} AS "setAside", ${unsettledIn(ctx, filter)} AS unsettled,
      ${withdrawnIn(ctx, filter)} AS withdrawn`,
  );
  return row!;
}
