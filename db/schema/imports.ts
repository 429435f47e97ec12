import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, id, moment, workspaceId } from "./columns.ts";
import { legalGrounds } from "./contacts.ts";

/** One file brought in by a person: contacts or past answers. The file itself stays until the import is done and a week past. */
export const imports = pgTable(
  "imports",
  {
    workspaceId: workspaceId(),
    id: id(),
    kind: text("kind", { enum: ["contacts", "responses"] }).notNull(),
    state: text("state", { enum: ["uploaded", "running", "done", "failed"] }).notNull(),
    fileName: text("file_name").notNull(),
    file: bytes("file"),
    surveyId: uuid("survey_id"),
    mapping: jsonb("mapping").$type<Record<string, string>>(),
    /** The ground of its contacts that have none of their own; null: the workspace's. */
    legalGround: text("legal_ground", { enum: legalGrounds }),
    groundSource: text("ground_source"),
    consentedAt: moment("consented_at"),
    rowsTotal: integer("rows_total").notNull().default(0),
    rowsDone: integer("rows_done").notNull().default(0),
    created: integer("created").notNull().default(0),
    updated: integer("updated").notNull().default(0),
    unchanged: integer("unchanged").notNull().default(0),
    rejected: integer("rejected").notNull().default(0),
    failure: text("failure"),
    createdBy: text("created_by"),
    createdAt: moment("created_at").notNull(),
    startedAt: moment("started_at"),
    finishedAt: moment("finished_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
