import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment, workspaceId } from "./columns.ts";

/** Until when a member has read a case; a case that they never opened has no row (`members.reads_from`). */
export const caseReads = pgTable(
  "case_reads",
  {
    workspaceId: workspaceId(),
    caseId: uuid("case_id").notNull(),
    memberId: text("member_id").notNull(),
    readUntil: moment("read_until").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.caseId, t.memberId] })],
);
