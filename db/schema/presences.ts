import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, workspaceId } from "./columns.ts";

/** Who looks at a case or writes in it, by tab; true until `until`, and forgotten soon after. */
export const casePresences = pgTable(
  "case_presences",
  {
    workspaceId: workspaceId(),
    caseId: uuid("case_id").notNull(),
    memberId: text("member_id").notNull(),
    tab: text("tab").notNull(),
    doing: text("doing", { enum: ["viewing", "writing"] }).notNull(),
    until: moment("until").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.caseId, t.memberId, t.tab] })],
);
