import { sql } from "drizzle-orm";
import { customType, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment, workspaceId } from "./columns.ts";

const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });

/** The kinds of things (server/live/events.ts) that a transaction changed, for a quarter of an hour. */
export const liveChanges = pgTable(
  "live_changes",
  {
    workspaceId: workspaceId(),
    transaction: transactionId("transaction").notNull().default(sql`pg_current_xact_id()`),
    kinds: text("kinds").array().notNull(),
    /** Who sees what changed: `cases <team or person>` (migration 0091). */
    seenBy: text("seen_by").array().notNull().default(sql`'{}'`),
    at: moment("at").notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.transaction] })],
);
