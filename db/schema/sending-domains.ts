import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, id, moment, workspaceId } from "./columns.ts";

/** A DNS record that a sender domain needs, and what was found. `keyId` of the DKIM key it publishes. */
export type CheckedRecord = {
  name: "dkim" | "mx" | "spf" | "dmarc";
  type: "TXT" | "MX";
  host: string;
  expected: string;
  found: string[];
  /** `unknown`: DNS could not be asked just now. */
  state: "verified" | "missing" | "wrong" | "unknown";
  keyId?: string;
};

/** A workspace's own sender domain. It is sent from while `verifiedAt` is set. */
export const sendingDomains = pgTable(
  "sending_domains",
  {
    workspaceId: workspaceId(),
    id: id(),
    /** In ASCII (IDNA), lower case. */
    domain: text("domain").notNull(),
    /** The part of the From address before the @. */
    fromLocal: text("from_local").notNull(),
    /** The sub-domain that bounces come back to. */
    returnLabel: text("return_label").notNull(),
    records: jsonb("records").$type<CheckedRecord[]>().notNull().default([]),
    createdBy: text("created_by"),
    createdAt: moment("created_at").notNull(),
    checkedAt: moment("checked_at"),
    verifiedAt: moment("verified_at"),
    lostAt: moment("lost_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** RSA keys that mail from a sender domain is signed with; the private half is encrypted. */
export const dkimKeys = pgTable(
  "dkim_keys",
  {
    workspaceId: workspaceId(),
    id: id(),
    domainId: uuid("domain_id").notNull(),
    selector: text("selector").notNull(),
    privateKey: bytes("private_key").notNull(),
    /** The p= of its record: base64 of the SubjectPublicKeyInfo. */
    publicKey: text("public_key").notNull(),
    createdAt: moment("created_at").notNull(),
    verifiedAt: moment("verified_at"),
    retiredAt: moment("retired_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
