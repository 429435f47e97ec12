import { integer, pgEnum, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { moment, workspaceId } from "./columns.ts";

/** What a person decided about a provisional answer. */
export const evidenceDecision = pgEnum("evidence_decision", ["released", "discarded"]);

/**
 * What was seen of the links of one invitation before there was an answer (RELIABILITY.md 2.1): one row, written by
 * svar_note_opened and svar_note_seen. While there is no answer and no decision, and it is settled, that is a
 * provisional answer.
 */
export const answerEvidence = pgTable(
  "answer_evidence",
  {
    workspaceId: workspaceId(),
    invitationId: uuid("invitation_id").notNull(),
    /** What the link opened last asked for, or what stood chosen on the page when a person acted there. */
    score: smallint("score"),
    /** Every score that was asked for by a link, each once. */
    requested: smallint("requested").array().notNull(),
    /** How often links with a score were opened. */
    opened: integer("opened").notNull(),
    firstAt: moment("first_at").notNull(),
    lastAt: moment("last_at").notNull(),
    /** When the link was followed that no person can see. */
    decoyAt: moment("decoy_at"),
    /** When a person was first seen to act on the page, with how long that page had been visible at most. */
    gestureAt: moment("gesture_at"),
    visibleMs: integer("visible_ms").notNull().default(0),
    /** When to look at it: ten minutes after the last of it. Null once that was done. */
    settleAt: moment("settle_at"),
    decision: evidenceDecision("decision"),
    decidedAt: moment("decided_at"),
    /** The user who decided. */
    decidedBy: text("decided_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.invitationId] })],
);
