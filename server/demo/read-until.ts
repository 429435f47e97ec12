import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";

/** When the newest case of the story came that has its answer: members have read what was said until then, and the rest is unread. */
export const readUntil = (ctx: Ctx): SQL<Date> => sql<Date>`(SELECT max(opened_at) FROM cases
  WHERE workspace_id = ${ctx.workspaceId} AND sample AND state = 'waiting')`;
