import { sql } from "drizzle-orm";
import { nameCauses } from "#server/cause/queries.ts";
import { pathOf } from "#server/cause/rules.ts";
import type { Ctx } from "#server/context.ts";
import { requireCase } from "./queries.ts";
import type { CaseState } from "./rules.ts";
import type { GetCase } from "./schema.ts";

/** Another case of the same customer, as a colleague reads up on it. */
export type PastCase = {
  id: string;
  state: CaseState;
  openedAt: Date;
  /** What it was closed with, both levels in words. */
  cause: string | null;
  /** What colleagues said among themselves, the newest first. */
  notes: { id: string; author: string | null; text: string }[];
  promises: { id: string; text: string; dueOn: string; endedAs: "kept" | "withdrawn" | null }[];
};

type Row = Omit<PastCase, "openedAt" | "cause"> & { openedAt: string; causeId: string | null };

const mostCases = 10;
const mostNotes = 5;

/**
 * The other cases of a case's customer, newest first, at most ten: how each ended, what colleagues wrote in it and what
 * was promised. None where nobody is known.
 * @throws NOT_FOUND for a case of another workspace.
 */
export async function listPast(ctx: Ctx, { caseId }: GetCase): Promise<PastCase[]> {
  const one = await requireCase(ctx, caseId);
  if (!one.contactId) return [];
  const rows = await ctx.db.execute<Row>(sql`
    SELECT c.id, c.state, c.opened_at AS "openedAt",
      (SELECT cause_id FROM case_closures l WHERE l.workspace_id = c.workspace_id AND l.case_id = c.id
        AND l.reopened_at IS NULL) AS "causeId",
      coalesce((SELECT json_agg(n) FROM (
        SELECT m.id, u.name AS author, left(m.text, 300) AS text
        FROM case_messages m LEFT JOIN users u ON u.id = m.author_id
        WHERE m.workspace_id = c.workspace_id AND m.case_id = c.id AND m.direction = 'note'
        ORDER BY m.at DESC, m.id DESC LIMIT ${mostNotes}) AS n), '[]') AS notes,
      coalesce((SELECT json_agg(json_build_object('id', p.id, 'text', p.text, 'dueOn', p.due_on, 'endedAs', p.ended_as)
        ORDER BY p.due_on DESC, p.id)
        FROM promises p WHERE p.workspace_id = c.workspace_id AND p.case_id = c.id), '[]') AS promises
    FROM cases c
    WHERE c.workspace_id = ${ctx.workspaceId} AND c.contact_id = ${one.contactId} AND c.id <> ${one.id}
      AND c.merged_into IS NULL
    ORDER BY c.opened_at DESC, c.id DESC LIMIT ${mostCases}`);
  const causes = rows.some(({ causeId }) => causeId) ? await nameCauses(ctx) : new Map<string, never>();
  return rows.map(({ causeId, ...row }) => {
    const cause = causeId && causes.get(causeId);
    return { ...row, openedAt: new Date(row.openedAt), cause: cause ? pathOf(cause) : null };
  });
}
