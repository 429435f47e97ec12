import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { exclusionReason } from "./campaigns.ts";
import { bytes, id, moment, workspaceId } from "./columns.ts";

/** What came of an event in a campaign that listens to it: a mail due at `sendAt` (ISO 8601, UTC), or why there is none. */
export type EventOutcome =
  | { campaignId: string; asked: true; sendAt: string }
  | { campaignId: string; asked: false; reason: (typeof exclusionReason.enumValues)[number] };

/** Something that happened to a customer, told by a program. */
export const events = pgTable(
  "events",
  {
    workspaceId: workspaceId(),
    id: id(),
    type: text("type").notNull(),
    contactId: uuid("contact_id").notNull(),
    occurredAt: moment("occurred_at").notNull(),
    attributes: jsonb("attributes").$type<Record<string, string>>().notNull().default({}),
    idempotencyKey: text("idempotency_key").notNull(),
    /** SHA-256 of what was told, to know the same event from another one under the same key. */
    contentHash: bytes("content_hash").notNull(),
    outcome: jsonb("outcome").$type<EventOutcome[]>().notNull().default([]),
    receivedAt: moment("received_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
