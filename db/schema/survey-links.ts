import { bigint, boolean, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

export const surveyLinkKind = pgEnum("survey_link_kind", ["link", "kiosk"]);

/** A way to answer a survey without having been asked: for everybody who has the link, or on a device that many use. `number` is what its token names. */
export const surveyLinks = pgTable(
  "survey_links",
  {
    workspaceId: workspaceId(),
    id: id(),
    number: bigint("number", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    surveyId: uuid("survey_id").notNull(),
    kind: surveyLinkKind("kind").notNull(),
    name: text("name").notNull(),
    touchpoint: text("touchpoint").notNull().default(""),
    /** Null: the one that the browser asks for. */
    locale: text("locale"),
    /** Whether each browser is let in once. */
    once: boolean("once").notNull().default(false),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by"),
    closedAt: moment("closed_at"),
    closedBy: text("closed_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
