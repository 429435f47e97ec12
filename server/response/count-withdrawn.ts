import { and, isNotNull } from "drizzle-orm";
import { responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { given } from "./filter.ts";
import type { ResponseFilter } from "./schema.ts";

/** How many answers that a filter would let through were taken back by their customers: no figure has them. */
export function countWithdrawn(ctx: Ctx, filter: ResponseFilter): Promise<number> {
  return ctx.db.$count(responses, and(isNotNull(responses.withdrawnAt), given(ctx, filter)));
}
