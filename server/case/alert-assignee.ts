import type { Ctx } from "#server/context.ts";
import { announce } from "#server/news/announce.ts";

/**
 * Announces that a case becomes a colleague's; once for each time it does. Whether and how they are told, and who stands in
 * for them, is their alerts' (server/alert).
 */
export function alertAssignee(ctx: Ctx, caseId: string, assigneeId: string): Promise<void> {
  const key = alertKey(caseId, assigneeId, ctx.now);
  return announce(ctx, { kind: "assigned", caseId, key, personId: assigneeId });
}

/** What names the news that a case became somebody's at `at`. */
export const alertKey = (caseId: string, assigneeId: string, at: Date): string =>
  `assigned:${caseId}:${assigneeId}:${at.getTime()}`;
