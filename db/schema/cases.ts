import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

export const caseState = pgEnum("case_state", ["open", "waiting", "snoozed", "closed"]);

const needsBecause = ["wrote", "not_solved", "asked", "reopened", "snooze_over"] as const;

/** A dialogue with a customer. `open`: we owe an answer; `waiting`: the customer does. `number` is in its mail address. */
export const cases = pgTable(
  "cases",
  {
    workspaceId: workspaceId(),
    id: id(),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    responseId: uuid("response_id"),
    /** The ask it is about: what was answered to it, and what was replied to its mail. */
    invitationId: uuid("invitation_id"),
    contactId: uuid("contact_id"),
    /** The answer's team, as it was frozen, or else the ask's; the database keeps it. */
    teamId: uuid("team_id"),
    /** How a customer came without an answer, where a colleague noted it (`case_origins`). */
    cameBy: text("came_by", { enum: ["phone", "mail", "in_person"] }),
    /** The case of the same customer that has taken this one in. */
    mergedInto: uuid("merged_into"),
    state: caseState("state").notNull().default("open"),
    assigneeId: text("assignee_id"),
    openedAt: moment("opened_at").notNull(),
    /** When the answer is due that we owe: the first reply, later the next. */
    dueAt: moment("due_at").notNull(),
    /** When three quarters of the working time until then are gone. */
    soonAt: moment("soon_at"),
    /** When the first reply was due, once `dueAt` is a later answer's, and since when the time to that counts. */
    firstDueAt: moment("first_due_at"),
    countedFrom: moment("counted_from"),
    /** When the lead is told unless the answer is there; null once that was looked at. */
    escalateAt: moment("escalate_at"),
    /** When it is told of as overdue unless the answer is there; null once that was looked at. */
    lateAt: moment("late_at"),
    firstReplyAt: moment("first_reply_at"),
    /** How much working time that took, as it was set then, in whole minutes. */
    firstReplyMinutes: integer("first_reply_minutes"),
    lastInboundAt: moment("last_inbound_at"),
    /**
     * Of a snoozed case, when it comes back; of an open one, when it would have, had its customer not written before
     * (server/case/urgency.ts).
     */
    snoozedUntil: moment("snoozed_until"),
    /** Since when and why the case needs us again, after a first reply or not; of use while it is open or snoozed. */
    needsSince: moment("needs_since"),
    needsBecause: text("needs_because", { enum: needsBecause }),
    /** When the day of its first open promise begins, and the same once the case has come up for it. */
    promiseAt: moment("promise_at"),
    promiseFellAt: moment("promise_fell_at"),
    /** What its customer is worth, in whole units, kept by the database; null where the workspace does not say it. */
    worth: bigint("worth", { mode: "number" }),
    /** `soonAt`, once the case has come up for that. */
    pressedAt: moment("pressed_at"),
    /** The order of the queue, made by the database from the above (server/case/urgency.ts). */
    turn: smallint("turn")
      .notNull()
      .generatedAlwaysAs(
        sql`CASE WHEN state IN ('open', 'waiting') AND promise_fell_at IS NOT NULL THEN 0
          WHEN state = 'open' THEN 1 WHEN state = 'waiting' THEN 2 WHEN state = 'snoozed' THEN 3 ELSE 4 END`,
      ),
    leeway: bigint("leeway", { mode: "number" })
      .notNull()
      .generatedAlwaysAs(
        sql`CASE WHEN state = 'open' AND promise_fell_at IS NULL AND worth IS NOT NULL AND soon_at IS NOT NULL
            AND pressed_at IS DISTINCT FROM soon_at
            AND (first_reply_at IS NULL OR (first_due_at IS NOT NULL AND needs_because IS DISTINCT FROM 'snooze_over'))
          THEN 1000000000000001 - worth ELSE 0 END`,
      ),
    owedAt: moment("owed_at")
      .notNull()
      .generatedAlwaysAs(
        sql`CASE WHEN state IN ('open', 'waiting') AND promise_fell_at IS NOT NULL THEN promise_fell_at
          WHEN first_reply_at IS NULL OR (first_due_at IS NOT NULL AND needs_because IS DISTINCT FROM 'snooze_over') THEN due_at
          ELSE coalesce(needs_since, due_at) END`,
      ),
    /** The rule that opened it, as it was then; null where a person did. */
    ruleId: uuid("rule_id"),
    ruleVersion: integer("rule_version"),
    /** How many hours of working time its rule gives for an answer; null: as many as the workspace does. */
    dueHours: integer("due_hours"),
    sample: boolean("sample").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Ids of what went over from a merged case: what it had taken in itself (`cases`), and the tags that the other one had not. */
type Moved = { messages: string[]; promises: string[]; tags: string[]; cases: string[] };

/** That a case was merged into another one, as it was before, and what went over; taking it apart dates the row. */
export const caseMerges = pgTable(
  "case_merges",
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: uuid("case_id").notNull(),
    intoId: uuid("into_id").notNull(),
    was: caseState("was").notNull(),
    wasUntil: moment("was_until"),
    moved: jsonb("moved").$type<Moved>().notNull(),
    /** How the one that stays stood before and after. */
    stood: jsonb("stood")
      .$type<{ before: Record<string, string | null>; after: Record<string, string | null> }>()
      .notNull(),
    mergedAt: moment("merged_at").notNull(),
    mergedBy: text("merged_by"),
    undoneAt: moment("undone_at"),
    undoneBy: text("undone_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** What a customer said who came without an answer, and who noted it. */
export const caseOrigins = pgTable(
  "case_origins",
  {
    workspaceId: workspaceId(),
    caseId: uuid("case_id").notNull(),
    said: text("said").notNull(),
    notedBy: text("noted_by"),
    notedAt: moment("noted_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.caseId] })],
);

/** A case that was closed, by whom, why it had come and how it ended; reopening dates the row, a new closing adds one. */
export const caseClosures = pgTable(
  "case_closures",
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: uuid("case_id").notNull(),
    /** Null: nobody named one, for the customer had their data erased. */
    causeId: uuid("cause_id"),
    outcome: text("outcome").notNull(),
    closedBy: text("closed_by"),
    closedAt: moment("closed_at").notNull(),
    reopenedBy: text("reopened_by"),
    reopenedAt: moment("reopened_at"),
    /** Set with `reopenedAt` where it was no reopening: who closed it took that back. */
    takenBackAt: moment("taken_back_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

export const messageDirection = pgEnum("message_direction", ["in", "out", "note"]);

/** What was said in a case: mail in, mail out, or a note among colleagues. */
export const caseMessages = pgTable(
  "case_messages",
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: uuid("case_id").notNull(),
    direction: messageDirection("direction").notNull(),
    authorId: text("author_id"),
    fromAddress: text("from_address"),
    fromName: text("from_name"),
    subject: text("subject"),
    text: text("text").notNull(),
    quoted: text("quoted"),
    automatic: boolean("automatic").notNull().default(false),
    knownSender: boolean("known_sender").notNull().default(true),
    messageId: text("message_id"),
    references: text("references").array().notNull().default([]),
    inboundMailId: uuid("inbound_mail_id"),
    /** Why it does nothing here: it is one of too many, or was a colleague's and could not be sent on. */
    setAside: text("set_aside", { enum: ["loop", "unverified", "not_allowed", "automatic"] }),
    /** The Message-ID of the mail that a colleague wrote a reply as. */
    writtenAs: text("written_as"),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** What happened to a case beside messages and closures: opened, assigned, reopened. Append-only. */
export const caseEvents = pgTable(
  "case_events",
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: uuid("case_id").notNull(),
    kind: text("kind", {
      enum: [
        ...(["opened", "assigned", "closed", "reopened", "score_changed", "withdrawn"] as const),
        ...(["snoozed", "woke", "tagged", "untagged", "undone", "reply_called_off", "escalated"] as const),
        ...(["promised", "promise_kept", "promise_moved", "promise_withdrawn", "promise_undone"] as const),
        ...(["merged", "took_in", "not_snoozed"] as const),
      ],
    }).notNull(),
    actorId: text("actor_id"),
    /** What was done to several cases at once, and can be taken back at once. */
    actId: uuid("act_id"),
    detail: jsonb("detail").$type<Record<string, string | number | null>>().notNull().default({}),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Where a member goes on after closing a case. */
export const caseHabits = pgTable(
  "case_habits",
  {
    workspaceId: workspaceId(),
    userId: text("user_id").notNull(),
    afterClosing: text("after_closing", { enum: ["next", "list", "stay"] }).notNull(),
    chosenAt: moment("chosen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] })],
);
