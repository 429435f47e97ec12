import { and, eq, inArray } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { listResponses } from "#server/response/queries.ts";
import { ListResponses, type ResponseFilter } from "#server/response/schema.ts";

const most = 8;

/** The newest answers that a filter lets through, each with the case it opened, or null. */
export async function listNewest(ctx: Ctx, filter: ResponseFilter) {
  const { responses } = await listResponses(ctx, ListResponses.parse({ ...filter, limit: most }));
  const ids = responses.map(({ id }) => id);
  const opened = ids.length > 0 ? await casesOf(ctx, ids) : [];
  const byResponse = new Map(opened.map((one) => [one.responseId, one]));
  return responses.map((response) => ({ ...response, case: byResponse.get(response.id) ?? null }));
}

function casesOf(ctx: Ctx, responseIds: string[]) {
  return ctx.db
    .select({
      responseId: cases.responseId,
      id: cases.id,
      state: cases.state,
      openedAt: cases.openedAt,
      dueAt: cases.dueAt,
      firstReplyAt: cases.firstReplyAt,
    })
    .from(cases)
    .where(and(eq(cases.workspaceId, ctx.workspaceId), inArray(cases.responseId, responseIds)));
}
