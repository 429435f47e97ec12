import { bigint, date, pgEnum, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

export const digestRhythm = pgEnum("digest_rhythm", ["daily", "weekly", "monthly"]);

/**
 * A mail with the figures that comes again and again to a member. `filter` has the words of an address that narrow
 * the answers, `number` is what the token of its link names, and times before `timedAt` are not made up for.
 */
export const digests = pgTable(
  "digests",
  {
    workspaceId: workspaceId(),
    id: id(),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    /** Who reads it. */
    userId: text("user_id").notNull(),
    rhythm: digestRhythm("rhythm").notNull(),
    /** Of a weekly one: 1 is Monday, 7 Sunday. */
    weekday: smallint("weekday"),
    /** By the workspace's clocks. */
    hour: smallint("hour").notNull(),
    filter: text("filter").notNull().default(""),
    locale: text("locale").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by"),
    changedAt: moment("changed_at"),
    changedBy: text("changed_by"),
    timedAt: moment("timed_at").notNull(),
    endedAt: moment("ended_at"),
    endedBy: text("ended_by"),
    endedBecause: text("ended_because", { enum: ["by_hand", "by_link", "gone"] }),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** That a digest was due on a day: what became of it, and the days it tells of, the last included. */
export const digestPeriods = pgTable(
  "digest_periods",
  {
    workspaceId: workspaceId(),
    digestId: uuid("digest_id").notNull(),
    dueOn: date("due_on").notNull(),
    fromDay: date("from_day").notNull(),
    toDay: date("to_day").notNull(),
    outcome: text("outcome", { enum: ["mailed", "nothing_new"] }).notNull(),
    mailId: uuid("mail_id"),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.digestId, t.dueOn] })],
);
