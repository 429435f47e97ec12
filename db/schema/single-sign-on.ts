import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes, id, moment, workspaceId } from "./columns.ts";
import { memberRole } from "./workspaces.ts";

/** A company's own sign-in (OpenID Connect). `secret` is encrypted. */
export const identityProviders = pgTable(
  "identity_providers",
  {
    workspaceId: workspaceId(),
    id: id(),
    issuer: text("issuer").notNull(),
    clientId: text("client_id").notNull(),
    secret: bytes("secret").notNull(),
    setAt: moment("set_at").notNull(),
    setBy: text("set_by"),
    /** When a sign-in worked with what is set now. */
    triedAt: moment("tried_at"),
    triedBy: text("tried_by"),
    /** What was wrong with the last trial. */
    problem: text("problem"),
    /** Since when members may sign in by it. */
    onAt: moment("on_at"),
    onBy: text("on_by"),
    /** Since when everybody of the company's domains must, but for the administrator `keptId`. */
    demandedAt: moment("demanded_at"),
    demandedBy: text("demanded_by"),
    keptId: text("kept_id"),
    /** The role of people who come by it and were not invited; null: they are sent away. */
    joinsAs: memberRole("joins_as"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** A domain that is the company's own, shown by a text in its DNS. */
export const companyDomains = pgTable(
  "company_domains",
  {
    workspaceId: workspaceId(),
    id: id(),
    /** In ASCII (IDNA), lower case. */
    domain: text("domain").notNull(),
    /** The text that DNS must have. */
    proof: text("proof").notNull(),
    addedAt: moment("added_at").notNull(),
    addedBy: text("added_by"),
    checkedAt: moment("checked_at"),
    provenAt: moment("proven_at"),
    lostAt: moment("lost_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** Which person of a provider a member is. */
export const providerSubjects = pgTable(
  "provider_subjects",
  {
    workspaceId: workspaceId(),
    userId: text("user_id").notNull(),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    boundAt: moment("bound_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId, t.issuer] })],
);
