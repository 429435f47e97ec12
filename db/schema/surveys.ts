import { boolean, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

export const surveyKind = pgEnum("survey_kind", ["relationship", "transactional"]);

export const surveyTone = pgEnum("survey_tone", ["informal", "formal"]);

/** The question and its texts. `texts` holds the company's own words per language; what is absent there is the default of server/survey/rules.ts. `drivers` are its one-tap reasons in their order, see server/driver/rules.ts. */
export const surveys = pgTable(
  "surveys",
  {
    workspaceId: workspaceId(),
    id: id(),
    name: text("name").notNull(),
    kind: surveyKind("kind").notNull().default("relationship"),
    tone: surveyTone("tone").notNull().default("informal"),
    touchpoint: text("touchpoint").notNull().default(""),
    texts: jsonb("texts").$type<Record<string, Record<string, string>>>().notNull().default({}),
    drivers: jsonb("drivers")
      .$type<{ id: string; labels: Record<string, string>; retired?: true }[]>()
      .notNull()
      .default([]),
    /** Words that are not published yet; null when there are none but the published ones. */
    draft: jsonb("draft").$type<{
      tone: (typeof surveyTone.enumValues)[number];
      texts: Record<string, Record<string, string>>;
      drivers: { id: string; labels: Record<string, string> }[];
    }>(),
    /** Which of its versions is published: `tone`, `texts` and `drivers` are that one's. */
    version: integer("version").notNull().default(1),
    publishedAt: moment("published_at"),
    publishedBy: text("published_by"),
    sample: boolean("sample").notNull().default(false),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** The words of a survey as they were published once, frozen: a trigger writes them, the application cannot change them. */
export const surveyVersions = pgTable(
  "survey_versions",
  {
    workspaceId: workspaceId(),
    surveyId: uuid("survey_id").notNull(),
    version: integer("version").notNull(),
    tone: surveyTone("tone").notNull(),
    texts: jsonb("texts").$type<Record<string, Record<string, string>>>().notNull(),
    drivers: jsonb("drivers")
      .$type<{ id: string; labels: Record<string, string>; retired?: true }[]>()
      .notNull(),
    publishedAt: moment("published_at").notNull(),
    publishedBy: text("published_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.surveyId, t.version] })],
);
