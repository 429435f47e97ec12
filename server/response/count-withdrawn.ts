import { and, isNotNull, type SQL, sql } from "drizzle-orm";
import { responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { given } from "./filter.ts";
import type { ResponseFilter } from "./schema.ts";

/**
 * How many answers that a filter would let through were taken back by their customers: no figure has them. As a part
 * of a statement.
 */
export const withdrawnIn = (ctx: Ctx, filter: ResponseFilter): SQL =>
  sql`(SELECT count(*)::int FROM ${responses} WHERE ${and(isNotNull(responses.withdrawnAt), given(ctx, filter))})`;
