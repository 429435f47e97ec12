import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { OfPerson } from "./schema.ts";

/** How many of each go when a person is erased, and how many stay as numbers without a person. */
export type Erasure = {
  goes: {
    comments: number;
    messages: number;
    notes: number;
    files: number;
    mailsOut: number;
    mailsIn: number;
    promises: number;
    events: number;
  };
  stays: { scores: number; asks: number; cases: number };
  /** Of the mails that go: those that have not left yet, and then never do. */
  waiting: number;
};

type Row = Erasure["goes"] & Erasure["stays"] & { waiting: number };

/** What erasing a person would do now. Changes nothing. @throws NOT_FOUND for a contact of another workspace, or one who was erased. */
export async function previewErasure(ctx: Ctx, { contactId }: OfPerson): Promise<Erasure> {
  const [row] = await ctx.db.execute<Row>(sql`
    WITH person AS (
      SELECT workspace_id, id FROM contacts
      WHERE workspace_id = ${ctx.workspaceId} AND id = ${contactId} AND erased_at IS NULL
    ), answers AS (SELECT r.* FROM responses r JOIN person p ON r.workspace_id = p.workspace_id AND r.contact_id = p.id),
    asked AS (SELECT i.id, i.number FROM invitations i JOIN person p ON i.workspace_id = p.workspace_id AND i.contact_id = p.id),
    talks AS (SELECT c.id, c.number FROM cases c JOIN person p ON c.workspace_id = p.workspace_id AND c.contact_id = p.id),
    said AS (SELECT m.direction FROM case_messages m JOIN talks t ON m.case_id = t.id WHERE m.workspace_id = ${ctx.workspaceId}),
    mails AS (SELECT m.state FROM outbound_mails m WHERE m.workspace_id = ${ctx.workspaceId}
      AND (m.invitation_id IN (SELECT id FROM asked)
        OR (m.kind IN ('case_reply', 'recovery_check') AND m.case_id IN (SELECT id FROM talks))))
    SELECT
      (SELECT count(*)::int FROM answers WHERE comment IS NOT NULL) AS comments,
      (SELECT count(*)::int FROM said WHERE direction <> 'note') AS messages,
      (SELECT count(*)::int FROM said WHERE direction = 'note') AS notes,
      (SELECT count(*)::int FROM attachments f JOIN talks t ON f.case_id = t.id WHERE f.workspace_id = ${ctx.workspaceId}) AS files,
      (SELECT count(*)::int FROM mails) AS "mailsOut",
      (SELECT count(*)::int FROM mails WHERE state IN ('queued', 'sending', 'deferred')) AS waiting,
      (SELECT count(*)::int FROM inbound_mails n WHERE n.workspace_id = ${ctx.workspaceId} AND n.raw <> ''
        AND (n.purpose = 'reply' AND n.target_number IN (SELECT number FROM asked)
          OR n.purpose = 'case' AND n.target_number IN (SELECT number FROM talks))) AS "mailsIn",
      (SELECT count(*)::int FROM promises m JOIN talks t ON m.case_id = t.id WHERE m.workspace_id = ${ctx.workspaceId}) AS promises,
      (SELECT count(*)::int FROM events e JOIN person p ON e.workspace_id = p.workspace_id AND e.contact_id = p.id) AS events,
      (SELECT count(*)::int FROM answers) AS scores,
      (SELECT count(*)::int FROM asked) AS asks,
      (SELECT count(*)::int FROM talks) AS cases
    FROM person`);
  if (!row) throw notFound("contact");
  const { scores, asks, cases, waiting, ...goes } = row;
  return { goes, stays: { scores, asks, cases }, waiting };
}
