import { bigint, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** Why a customer is not asked after all whether a case is solved. */
export const recoveryCancellations = [
  "called_off",
  "reopened",
  "no_address",
  "stopped",
  "withdrawn",
  "asked_otherwise",
  "checked_lately",
  "too_late",
  "erased",
] as const;

/**
 * The question whether a closed case is solved, planned when it is closed (docs/decisions/0025). `number` is in the
 * links of its mail; `askedAt` is when that was put into the outbox, `expiresAt` until when it can be answered.
 */
export const recoveryChecks = pgTable(
  "recovery_checks",
  {
    workspaceId: workspaceId(),
    id: id(),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    caseId: uuid("case_id").notNull(),
    closureId: uuid("closure_id").notNull(),
    dueAt: moment("due_at").notNull(),
    askedAt: moment("asked_at"),
    mailId: uuid("mail_id"),
    expiresAt: moment("expires_at"),
    cancelledAt: moment("cancelled_at"),
    cancelledBy: text("cancelled_by"),
    cancelledBecause: text("cancelled_because", { enum: recoveryCancellations }),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

export const recoveryAnswer = pgEnum("recovery_answer", ["yes", "partly", "no"]);

/** What a customer answered, append-only: the last version holds, the first says when it was answered. */
export const recoveryAnswers = pgTable(
  "recovery_answers",
  {
    workspaceId: workspaceId(),
    checkId: uuid("check_id").notNull(),
    version: integer("version").notNull(),
    answer: recoveryAnswer("answer").notNull(),
    comment: text("comment"),
    givenAt: moment("given_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.checkId, t.version] })],
);
