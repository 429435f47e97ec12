import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { outboundMails } from "#db/schema/index.ts";
import type { MailKind } from "./enqueue.ts";

export type MailState = (typeof outboundMails.$inferSelect)["state"];

/** A mail whose state just changed. */
export type ChangedMail = {
  workspaceId: string;
  id: string;
  kind: MailKind;
  state: MailState;
  invitationId: string | null;
  campaignId: string | null;
  caseId: string | null;
};

/** What counts as now in SQL: the database's clock (RELIABILITY.md 2.2), unless a test brings its own. */
export const momentOf = (at: Date | undefined): SQL =>
  at ? sql`${at.toISOString()}::timestamptz` : sql`now()`;

/**
 * Runs `update`, an UPDATE of outbound_mails as `m` without its RETURNING, and appends an event for each row
 * it changed, in one statement (RELIABILITY.md A13). `detail` is the event's text. Returns the changed mails.
 */
export async function change(tx: Tx, now: SQL, update: SQL, detail: SQL = sql`NULL`): Promise<ChangedMail[]> {
  const rows = await tx.execute<ChangedMail>(sql`
    WITH changed AS (
      ${update} RETURNING m.*, ${detail} AS detail
    ), logged AS (
      INSERT INTO mail_events (workspace_id, mail_id, at, state, attempt, detail)
      SELECT workspace_id, id, ${now}, state, attempts, detail FROM changed
    )
    SELECT workspace_id AS "workspaceId", id, kind, state, invitation_id AS "invitationId",
      campaign_id AS "campaignId", case_id AS "caseId"
    FROM changed`);
  return [...rows];
}

/** As `waiting` for a mail `m`, but `cancelled` when its campaign has been. */
export const unlessCancelled = (waiting: SQL): SQL => sql`CASE WHEN EXISTS (
  SELECT FROM campaigns c WHERE c.workspace_id = m.workspace_id AND c.id = m.campaign_id AND c.state = 'cancelled'
) THEN 'cancelled' ELSE ${waiting} END::mail_state`;
