import { bigint, date, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

export const shareKind = pgEnum("share_kind", ["dashboard", "wallboard"]);
export const sharedComments = pgEnum("shared_comments", ["none", "anonymous", "named"]);

/** A way to look at figures without being a member. `number` is what its token names. */
export const shareLinks = pgTable(
  "share_links",
  {
    workspaceId: workspaceId(),
    id: id(),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    kind: shareKind("kind").notNull(),
    name: text("name").notNull(),
    /** The segment that readers cannot leave, in the words of an address (server/share/rules.ts); empty: every answer. */
    locked: text("locked").notNull(),
    comments: sharedComments("comments").notNull(),
    passwordHash: text("password_hash"),
    /** Of the workspace's calendar, included; null: it works until it is ended. */
    lastDay: date("last_day", { mode: "string" }),
    openedOn: date("opened_on", { mode: "string" }),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by"),
    changedAt: moment("changed_at"),
    changedBy: text("changed_by"),
    endedAt: moment("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
