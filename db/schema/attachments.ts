import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, id, moment, workspaceId } from "./columns.ts";

/**
 * The files of a dialogue. With `messageId` one came with a mail or goes with a reply; with `memberId` it belongs to what
 * that member is writing. `contentId` is what the mail's own HTML calls it by; `content` is null where it was left out.
 */
export const attachments = pgTable(
  "attachments",
  {
    workspaceId: workspaceId(),
    id: id(),
    caseId: uuid("case_id").notNull(),
    messageId: uuid("message_id"),
    memberId: text("member_id"),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    contentId: text("content_id"),
    size: integer("size").notNull(),
    content: bytes("content"),
    leftOut: text("left_out", { enum: ["too_large", "too_many"] }),
    addedAt: moment("added_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);

/** The HTML of a mail that is more than its words, as it came. */
export const messageHtmls = pgTable(
  "message_htmls",
  {
    workspaceId: workspaceId(),
    messageId: uuid("message_id").notNull(),
    html: text("html").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.messageId] })],
);
