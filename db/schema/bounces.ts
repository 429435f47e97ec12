import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** A report about a mail of ours that came back or was complained about (RELIABILITY.md D2, D3). */
export const bounces = pgTable(
  "bounces",
  {
    workspaceId: workspaceId(),
    id: id(),
    mailId: uuid("mail_id").notNull(),
    inboundMailId: uuid("inbound_mail_id").notNull(),
    kind: text("kind", { enum: ["bounce", "complaint"] }).notNull(),
    severity: text("severity", { enum: ["hard", "soft"] }),
    reason: text("reason"),
    status: text("status"),
    receivedAt: moment("received_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
