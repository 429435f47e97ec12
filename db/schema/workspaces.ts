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
import { bytes, id, moment, workspaceId } from "./columns.ts";

export const country = ["DK", "DE", "SE", "NO", "FI", "other"] as const;

export const memberRole = pgEnum("member_role", ["admin", "manager", "agent", "viewer"]);

/** A tenant. `key` (5 base32 characters) stands in every link and address made for it. */
export const workspaces = pgTable("workspaces", {
  id: uuid("id").primaryKey(),
  key: text("key").notNull().unique(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  locale: text("locale").notNull().default("en"),
  timezone: text("timezone").notNull().default("Europe/Copenhagen"),
  /** The ground of contacts that come without one. */
  legalGround: text("legal_ground", { enum: ["existing_customer", "neutral_survey", "none"] }).notNull(),
  /** Whose law holds for contacts of whom nothing tells the country. */
  country: text("country", { enum: country }).notNull().default("other"),
  gapAnyDays: integer("gap_any_days").notNull().default(30),
  gapTouchpointDays: integer("gap_touchpoint_days").notNull().default(90),
  gapRelationshipDays: integer("gap_relationship_days").notNull().default(180),
  caseDueHours: integer("case_due_hours").notNull().default(24),
  /** After so many minutes of working time a lead is told that an answer is overdue; null: nobody is. */
  escalateAfterMinutes: integer("escalate_after_minutes").default(60),
  /** The attribute of contacts that says what a customer is worth, and what is said after the number; null: none does. */
  valueAttribute: text("value_attribute"),
  valueUnit: text("value_unit"),
  /** How many days after a case was closed its customer is asked whether it is solved; 0: never. */
  recoveryDays: integer("recovery_days").notNull().default(14),
  /** Whether only answers count for which Send was pressed. */
  confirmedOnly: boolean("confirmed_only").notNull().default(false),
  /** Whether customers who wrote something are asked on their pages for leave to quote it. */
  asksToQuote: boolean("asks_to_quote").notNull().default(false),
  /** Questions come from the colleague who knows the customer, by name. */
  personalSender: boolean("personal_sender").notNull().default(false),
  postalAddress: text("postal_address"),
  /** "You said, we did": what was done because customers said so, by language. */
  youSaid: jsonb("you_said").$type<Record<string, string>>().notNull().default({}),
  sampleLoadedAt: moment("sample_loaded_at"),
  createdAt: moment("created_at").notNull(),
});

/** What a workspace takes for the law of a country, where it differs from what Svar proposes (server/legal/rules.ts). */
export const legalRules = pgTable(
  "legal_rules",
  {
    workspaceId: workspaceId(),
    country: text("country", { enum: country }).notNull(),
    accepts: jsonb("accepts").$type<string[]>().notNull(),
    reason: text("reason").notNull(),
    updatedAt: moment("updated_at").notNull(),
    updatedBy: text("updated_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.country] })],
);

/** Whom customers turn to about their data: who answers for it, and the data protection officer, where there is one. */
export const dataProtectionContacts = pgTable(
  "data_protection_contacts",
  {
    workspaceId: workspaceId(),
    controllerName: text("controller_name"),
    controllerEmail: text("controller_email"),
    controllerPhone: text("controller_phone"),
    controllerAddress: text("controller_address"),
    officerName: text("officer_name"),
    officerEmail: text("officer_email"),
    officerPhone: text("officer_phone"),
    setAt: moment("set_at").notNull(),
    setBy: text("set_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId] })],
);

export const members = pgTable(
  "members",
  {
    workspaceId: workspaceId(),
    userId: text("user_id").notNull(),
    role: memberRole("role").notNull(),
    /** For how long a reply can be taken back after Send. */
    undoSeconds: smallint("undo_seconds").notNull().default(10),
    createdAt: moment("created_at").notNull(),
    /** What was said in cases before this is read for them; null: what was said before they came. */
    readsFrom: moment("reads_from"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] })],
);

export const memberInvitations = pgTable(
  "member_invitations",
  {
    workspaceId: workspaceId(),
    id: id(),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    email: text("email").notNull(),
    role: memberRole("role").notNull(),
    invitedBy: text("invited_by").notNull(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    acceptedAt: moment("accepted_at"),
    revokedAt: moment("revoked_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Keys for programs. Only the SHA-256 of a key is kept; `lastFour` lets a person recognise it. */
export const apiKeys = pgTable(
  "api_keys",
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text("name").notNull(),
    hash: bytes("hash").notNull(),
    lastFour: text("last_four").notNull(),
    createdBy: text("created_by"),
    createdAt: moment("created_at").notNull(),
    lastUsedAt: moment("last_used_at"),
    revokedAt: moment("revoked_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** That a workspace is open only to people who sign in with a second factor; it stands until `endedAt`. */
export const secondFactorDemands = pgTable(
  "second_factor_demands",
  {
    workspaceId: workspaceId(),
    id: id(),
    demandedBy: text("demanded_by"),
    demandedAt: moment("demanded_at").notNull(),
    endedBy: text("ended_by"),
    endedAt: moment("ended_at"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);
