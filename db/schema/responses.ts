import { getTableColumns, sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, id, moment, tsvector, workspaceId } from "./columns.ts";

export const responseChannel = pgEnum("response_channel", ["email", "import", "link", "kiosk"]);

/**
 * How we know that a person gave the answer (RELIABILITY.md 2.1): Send was pressed, a person was seen to act on the
 * page, or somebody here released it. `imported` answers count as given. Provisional ones are in `answerEvidence`.
 */
export const responseEvidence = pgEnum("response_evidence", [
  "confirmed",
  "evidenced",
  "released",
  "imported",
]);

/** How a customer asked to be contacted. */
export const contactWay = pgEnum("contact_way", ["email", "phone"]);

/** Score, comment, drivers (ids of the survey's) and the wish to be contacted. `version` counts from 1; earlier versions are in `responseVersions`. */
export const responses = pgTable(
  "responses",
  {
    workspaceId: workspaceId(),
    id: id(),
    surveyId: uuid("survey_id").notNull(),
    campaignId: uuid("campaign_id"),
    invitationId: uuid("invitation_id"),
    contactId: uuid("contact_id"),
    /** The link it came by, of somebody who was not asked; with the SHA-256 of the nonce of that view of the page. */
    surveyLinkId: uuid("survey_link_id"),
    pageNonce: bytes("page_nonce"),
    score: smallint("score").notNull(),
    comment: text("comment"),
    drivers: text("drivers").array().notNull().default([]),
    contactBy: contactWay("contact_by"),
    /** Where to call; there when the wish is to be called. */
    contactPhone: text("contact_phone"),
    version: integer("version").notNull().default(1),
    evidence: responseEvidence("evidence").notNull(),
    channel: responseChannel("channel").notNull(),
    locale: text("locale").notNull(),
    touchpoint: text("touchpoint").notNull().default(""),
    teamId: uuid("team_id"),
    employee: text("employee"),
    accountId: uuid("account_id"),
    attributes: jsonb("attributes").$type<Record<string, string>>().notNull().default({}),
    withdrawnAt: moment("withdrawn_at"),
    /** Whether any figure has it: not once it is withdrawn. */
    counts: boolean("counts").notNull().generatedAlwaysAs(sql`withdrawn_at IS NULL`),
    importKey: bytes("import_key"),
    importId: uuid("import_id"),
    sample: boolean("sample").notNull().default(false),
    answeredAt: moment("answered_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    /** The comment's words by the stems of its language, for searching. Migration 0040. */
    words: tsvector("words").generatedAlwaysAs(sql`to_tsvector(svar_words_of(locale), svar_plain(comment))`),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

const { words: _, pageNonce: __, importKey: ___, ...read } = getTableColumns(responses);

/** Everything of an answer that is shown to anybody: not what only the database looks for. */
export const answerColumns = read;

/** What an answer said before it was changed: one row for each version that was replaced. */
export const responseVersions = pgTable(
  "response_versions",
  {
    workspaceId: workspaceId(),
    responseId: uuid("response_id").notNull(),
    version: integer("version").notNull(),
    score: smallint("score").notNull(),
    comment: text("comment"),
    drivers: text("drivers").array().notNull().default([]),
    contactBy: contactWay("contact_by"),
    contactPhone: text("contact_phone"),
    givenAt: moment("given_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.responseId, t.version] })],
);

const countDimensions = {
  day: date("day", { mode: "string" }).notNull(),
  surveyId: uuid("survey_id").notNull(),
  touchpoint: text("touchpoint").notNull(),
  teamId: uuid("team_id").notNull(),
  channel: responseChannel("channel").notNull(),
  locale: text("locale").notNull(),
  score: smallint("score").notNull(),
};

/** Folded counters: how many answers of each score a day has, per dimension. No team is the nil UUID. */
export const responseCounts = pgTable(
  "response_counts",
  { workspaceId: workspaceId(), ...countDimensions, n: integer("n").notNull() },
  (t) => [
    primaryKey({
      columns: [t.workspaceId, t.day, t.surveyId, t.touchpoint, t.teamId, t.channel, t.locale, t.score],
    }),
  ],
);

/**
 * Counter changes not folded yet: appended by every answer, so that no row is hot. A figure is folded plus
 * unfolded. The first answer to an invitation names the day that one was sent, `askedOn`.
 */
export const responseCountDeltas = pgTable(
  "response_count_deltas",
  {
    workspaceId: workspaceId(),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    ...countDimensions,
    campaignId: uuid("campaign_id"),
    /** Nobody is the empty text. */
    employee: text("employee").notNull().default(""),
    drivers: text("drivers").array().notNull().default([]),
    attributes: jsonb("attributes").$type<Record<string, string>>().notNull().default({}),
    delta: smallint("delta").notNull(),
    askedOn: date("asked_on", { mode: "string" }),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/**
 * Folded counters by one thing at a time: how many of each group a day and survey have under each value of a
 * dimension (server/response/cuts.ts). The whole is `all`, with an empty value.
 */
export const responseCuts = pgTable(
  "response_cuts",
  {
    workspaceId: workspaceId(),
    dimension: text("dimension").notNull(),
    value: text("value").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    surveyId: uuid("survey_id").notNull(),
    detractors: integer("detractors").notNull(),
    passives: integer("passives").notNull(),
    promoters: integer("promoters").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.dimension, t.value, t.day, t.surveyId] })],
);

/** Attributes with so many values that they are names rather than groups: `responseCuts` has none of them. */
export const uncountedAttributes = pgTable(
  "uncounted_attributes",
  { workspaceId: workspaceId(), name: text("name").notNull() },
  (t) => [primaryKey({ columns: [t.workspaceId, t.name] })],
);

/**
 * Answers that the dialogue has not considered yet: written with each answer and each change of one, taken by
 * the worker. What failed is `dueAt` later again.
 */
export const unconsideredResponses = pgTable(
  "unconsidered_responses",
  {
    workspaceId: workspaceId(),
    responseId: uuid("response_id").notNull(),
    version: integer("version").notNull(),
    dueAt: moment("due_at").notNull(),
    attempts: smallint("attempts").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.responseId, t.version] })],
);

/** How many were asked on a day, and how many of those have answered since; answers not folded yet come on top. */
export const invitationCounts = pgTable(
  "invitation_counts",
  {
    workspaceId: workspaceId(),
    day: date("day", { mode: "string" }).notNull(),
    surveyId: uuid("survey_id").notNull(),
    sent: integer("sent").notNull().default(0),
    answered: integer("answered").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.day, t.surveyId] })],
);

/** The columns that a member chose for the list of answers. */
export const responseColumns = pgTable(
  "response_columns",
  {
    workspaceId: workspaceId(),
    userId: text("user_id").notNull(),
    columns: text("columns").array().notNull(),
    chosenAt: moment("chosen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] })],
);
