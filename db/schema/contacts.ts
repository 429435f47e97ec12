import { bigint, boolean, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, id, moment, workspaceId } from "./columns.ts";

/**
 * On what ground somebody is asked: consent, with its date and source; a customer who was told of the right to object; a
 * neutral survey only; or none is known.
 */
export const legalGrounds = ["consent", "existing_customer", "neutral_survey", "none"] as const;
export type LegalGround = (typeof legalGrounds)[number];

/** A company that contacts belong to. */
export const accounts = pgTable(
  "accounts",
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text("name").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/**
 * A customer. `email` is as written, `emailKey` is what makes it unique (server/contact/rules.ts);
 * `addressHash` is the keyed hash that suppressions are matched by. `employee` is the e-mail address
 * or name of the colleague who knows the customer.
 */
export const contacts = pgTable(
  "contacts",
  {
    workspaceId: workspaceId(),
    id: id(),
    email: text("email"),
    emailKey: text("email_key"),
    addressHash: bytes("address_hash"),
    name: text("name"),
    locale: text("locale"),
    externalId: text("external_id"),
    accountId: uuid("account_id"),
    teamId: uuid("team_id"),
    employee: text("employee"),
    attributes: jsonb("attributes").$type<Record<string, string>>().notNull().default({}),
    source: text("source").notNull(),
    legalGround: text("legal_ground", { enum: legalGrounds }).notNull(),
    /** Where consent was given, or what else is known of the ground. */
    groundSource: text("ground_source"),
    consentedAt: moment("consented_at"),
    sample: boolean("sample").notNull().default(false),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    /** When everything about the person was erased; nothing of it is here any more. */
    erasedAt: moment("erased_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Every ground a contact has had, append-only; the contacts write it themselves (migration 0084). */
export const contactGrounds = pgTable(
  "contact_grounds",
  {
    workspaceId: workspaceId(),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    contactId: uuid("contact_id").notNull(),
    at: moment("at").notNull(),
    ground: text("ground", { enum: legalGrounds }).notNull(),
    groundSource: text("ground_source"),
    consentedAt: moment("consented_at"),
    /** By which way it came, such as "file", "api" or "by hand"; null: not known. */
    cameBy: text("came_by"),
    toldBy: text("told_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

export const suppressionReason = pgEnum("suppression_reason", [
  "opted_out",
  "hard_bounce",
  "complaint",
  "imported",
  "by_hand",
]);

/** Who must not be written to, by keyed hash of the address, so that it outlives the contact. `until` null: for good. */
export const suppressions = pgTable(
  "suppressions",
  {
    workspaceId: workspaceId(),
    addressHash: bytes("address_hash").notNull(),
    reason: suppressionReason("reason").notNull(),
    /** What it stops: what asks, or every mail to the customer. */
    scope: text("scope", { enum: ["surveys", "all"] })
      .notNull()
      .default("surveys"),
    until: moment("until"),
    source: text("source").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.addressHash, t.reason] })],
);

/** Every stop and every lifting of one, append-only; the hash outlives the contact. */
export const suppressionEvents = pgTable(
  "suppression_events",
  {
    workspaceId: workspaceId(),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    addressHash: bytes("address_hash").notNull(),
    at: moment("at").notNull(),
    change: text("change", { enum: ["added", "lifted"] }).notNull(),
    reason: suppressionReason("reason").notNull(),
    scope: text("scope", { enum: ["surveys", "all"] }).notNull(),
    until: moment("until"),
    source: text("source").notNull(),
    byMember: text("by_member"),
    why: text("why"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
