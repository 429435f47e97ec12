import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** How a customer may be named where their words are quoted: with name and company, with one of them, or not at all. */
export const quoteManners = ["name_and_company", "name", "company", "anonymous"] as const;

/** A customer's consent to be quoted, for the words of one version of an answer; it stands until it has ended. Migration 0071. */
export const quoteConsents = pgTable(
  "quote_consents",
  {
    workspaceId: workspaceId(),
    id: id(),
    responseId: uuid("response_id").notNull(),
    version: integer("version").notNull(),
    manner: text("manner", { enum: quoteManners }).notNull(),
    givenAt: moment("given_at").notNull(),
    givenBy: uuid("given_by").notNull(),
    endedAt: moment("ended_at"),
    endedAs: text("ended_as", { enum: ["taken_back", "replaced", "rewritten", "answer_withdrawn"] }),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
