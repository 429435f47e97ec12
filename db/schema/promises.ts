import { date, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

const day = (name: string) => date(name, { mode: "string" });

/** What was promised to a customer, on which day (by the workspace's calendar), and who keeps it; open until it has ended. */
export const promises = pgTable(
  "promises",
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: uuid("case_id").notNull(),
    text: text("text").notNull(),
    dueOn: day("due_on").notNull(),
    ownerId: text("owner_id"),
    madeAt: moment("made_at").notNull(),
    madeBy: text("made_by"),
    endedAs: text("ended_as", { enum: ["kept", "withdrawn"] }),
    endedAt: moment("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** What became of a promise, append-only: day and owner as they are since. `undone`: it is open again. */
export const promiseChanges = pgTable(
  "promise_changes",
  {
    workspaceId: workspaceId(),
    id: id(),
    promiseId: uuid("promise_id").notNull(),
    kind: text("kind", { enum: ["moved", "kept", "withdrawn", "undone"] }).notNull(),
    dueOn: day("due_on").notNull(),
    ownerId: text("owner_id"),
    reason: text("reason"),
    changedAt: moment("changed_at").notNull(),
    changedBy: text("changed_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** That a member was told on a day of the promises that fall due. */
export const promiseMails = pgTable(
  "promise_mails",
  {
    workspaceId: workspaceId(),
    userId: text("user_id").notNull(),
    day: day("day").notNull(),
    mailId: uuid("mail_id"),
    madeAt: moment("made_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId, t.day] })],
);
