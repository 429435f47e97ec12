import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { type Found, rowsOf } from "./gather.ts";

/**
 * What colleagues wrote about a contact for each other: notes, outcomes of closed cases, why a promise was moved or
 * withdrawn, and tags. It is personal data too (GDPR, article 15; CJEU C-434/16), but may be about others as well, so that
 * a person reads it before it is handed out. Oldest first.
 */
export function gatherNotes(ctx: Ctx, contactId: string): Promise<Found[]> {
  const here = sql`workspace_id = ${ctx.workspaceId}`;
  const theirs = sql`SELECT id FROM cases WHERE ${here} AND contact_id = ${contactId}`;
  return rowsOf(
    ctx,
    sql`
    SELECT 'note' AS kind, m.text, m.at, u.name AS "writtenBy"
    FROM case_messages m LEFT JOIN users u ON u.id = m.author_id
    WHERE m.${here} AND m.direction = 'note' AND m.case_id IN (${theirs})
    UNION ALL
    SELECT 'outcome', c.outcome, c.closed_at, u.name
    FROM case_closures c LEFT JOIN users u ON u.id = c.closed_by
    WHERE c.${here} AND c.outcome <> '' AND c.case_id IN (${theirs})
    UNION ALL
    SELECT 'promise ' || h.kind, h.reason, h.changed_at, u.name
    FROM promise_changes h JOIN promises p ON p.workspace_id = h.workspace_id AND p.id = h.promise_id
    LEFT JOIN users u ON u.id = h.changed_by
    WHERE h.${here} AND h.reason IS NOT NULL AND p.case_id IN (${theirs})
    UNION ALL
    SELECT 'tag', t.name, a.added_at, u.name
    FROM case_tags a JOIN tags t ON t.workspace_id = a.workspace_id AND t.id = a.tag_id
    LEFT JOIN users u ON u.id = a.added_by
    WHERE a.${here} AND a.case_id IN (${theirs})
    ORDER BY at`,
  );
}
