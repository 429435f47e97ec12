import type { caseNews } from "#db/schema/index.ts";

/** What can happen in a case that somebody may want to hear of, in the order in which it is offered. */
export const newsKinds = [
  "new_case",
  "assigned",
  "not_solved",
  "message",
  "overdue",
] as const satisfies readonly NewsKind[];

export type NewsKind = (typeof caseNews.$inferSelect)["kind"];
