import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, workspaceId } from "./columns.ts";

/**
 * Why a case came, in two levels: one with a `parentId` is of the second. A retired one is offered no more; one that was
 * merged counts as another, which was not. `suggestion`: which of those that Svar begins with it is, until it is renamed.
 */
export const causes = pgTable(
  "causes",
  {
    workspaceId: workspaceId(),
    id: id(),
    parentId: uuid("parent_id"),
    name: text("name").notNull(),
    place: integer("place").notNull(),
    suggestion: text("suggestion"),
    madeAt: moment("made_at").notNull(),
    madeBy: text("made_by"),
    renamedAt: moment("renamed_at"),
    renamedBy: text("renamed_by"),
    retiredAt: moment("retired_at"),
    retiredBy: text("retired_by"),
    mergedInto: uuid("merged_into"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
