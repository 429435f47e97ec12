import { bigint, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** A customer's wish to see what is kept about them: its number is what the link of the mail names. */
export const ownDataRequests = pgTable(
  "own_data_requests",
  {
    workspaceId: workspaceId(),
    id: id(),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    contactId: uuid("contact_id").notNull(),
    /** The ask whose page it came from: it tells the language. */
    invitationId: uuid("invitation_id").notNull(),
    requestedAt: moment("requested_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
