import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/** What both the rule and its log have; server/rule/schema.ts says what stands in conditions and actions. */
const words = {
  place: integer("place").notNull(),
  name: text("name").notNull(),
  conditions: jsonb("conditions").$type<Record<string, unknown>[]>().notNull(),
  actions: jsonb("actions").$type<Record<string, unknown>>().notNull(),
};

/**
 * Which answers open a case: of those that are on (`onAt`), in the order of their places, the first that fits an answer
 * decides. One that was never on is a draft.
 */
export const caseRules = pgTable(
  "case_rules",
  {
    workspaceId: workspaceId(),
    id: id(),
    ...words,
    version: integer("version").notNull().default(1),
    madeAt: moment("made_at").notNull(),
    madeBy: text("made_by"),
    onAt: moment("on_at"),
    onBy: text("on_by"),
    offAt: moment("off_at"),
    offBy: text("off_by"),
    endedAt: moment("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** A rule as it was from `at` on, and who made it so: version after version, append-only. */
export const caseRuleChanges = pgTable(
  "case_rule_changes",
  {
    workspaceId: workspaceId(),
    ruleId: uuid("rule_id").notNull(),
    version: integer("version").notNull(),
    kind: text("kind", { enum: ["made", "changed", "on", "off", "moved", "ended"] }).notNull(),
    ...words,
    changedBy: text("changed_by"),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.ruleId, t.version] })],
);
