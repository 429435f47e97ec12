import { boolean, jsonb, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
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
    sample: boolean("sample").notNull().default(false),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
