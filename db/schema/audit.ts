import { cidr, inet, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** What changed, by field. */
export type AuditFacts = Record<string, string | number | boolean | null | string[]>;

/** Who did what, when and from where. Entries are added and read, never changed (migration 0080). */
export const auditEntries = pgTable(
  "audit_entries",
  {
    workspaceId: workspaceId(),
    id: id(),
    at: moment("at").notNull(),
    actorKind: text("actor_kind", {
      enum: ["member", "api-key", "respondent", "share-reader", "system"],
    }).notNull(),
    actorId: text("actor_id"),
    actorName: text("actor_name"),
    /** Of the vocabulary in server/audit/schema.ts. */
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id"),
    subjectLabel: text("subject_label"),
    before: jsonb("before").$type<AuditFacts>().notNull().default({}),
    after: jsonb("after").$type<AuditFacts>().notNull().default({}),
    network: cidr("network"),
    requestId: text("request_id"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** The whole address an act came from, for seven days. */
export const auditAddresses = pgTable(
  "audit_addresses",
  {
    workspaceId: workspaceId(),
    entryId: uuid("entry_id").notNull(),
    address: inet("address").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.entryId] })],
);
