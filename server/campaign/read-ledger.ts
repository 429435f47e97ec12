import { sql } from "drizzle-orm";
import { onlyOccasion } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { ExclusionReason } from "#server/invitation/rules.ts";
import type { MailState } from "#server/mail/change.ts";
import { requireCampaign } from "./queries.ts";

/** One contact of a campaign: what became of the mail, or why there was none. Moments are ISO 8601, UTC. */
export type LedgerRow = {
  contactId: string;
  name: string | null;
  email: string | null;
  externalId: string | null;
  team: string | null;
  employee: string | null;
  mail: MailState | null;
  reason: ExclusionReason | null;
  /** Who left the contact out by hand. */
  excludedBy: string | null;
  /** The event it was about; all zeros where everybody is asked once. */
  occasion: string;
  sentAt: string | null;
  answeredAt: string | null;
};

/** Where the next part of a ledger begins: behind this contact and occasion. */
export type LedgerCursor = Pick<LedgerRow, "contactId" | "occasion">;

/**
 * A part of the eligibility ledger (PRODUCT.md A3): every contact the campaign chose, asked or not and why, in the order
 * of their ids, once, or once for each event; and where the next part begins or null.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function readLedger(
  ctx: Ctx,
  input: { id: string; cursor: LedgerCursor | null; limit: number },
): Promise<{ rows: LedgerRow[]; next: LedgerCursor | null }> {
  await requireCampaign(ctx, input.id);
  const { contactId, occasion } = input.cursor ?? { contactId: onlyOccasion, occasion: onlyOccasion };
  const part = (table: "invitations" | "exclusions") => sql`
    SELECT contact_id, occasion FROM ${sql.raw(table)}
    WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${input.id}
      AND (contact_id, occasion) > (${contactId}::uuid, ${occasion}::uuid)
    ORDER BY contact_id, occasion LIMIT ${input.limit}`;
  const ofPart = (alias: string) =>
    sql.raw(`${alias}.contact_id = part.contact_id AND ${alias}.occasion = part.occasion`);
  const rows = await ctx.db.execute<LedgerRow>(sql`
    WITH part AS MATERIALIZED (
      SELECT contact_id, occasion FROM ((${part("invitations")}) UNION (${part("exclusions")})) AS chosen
      ORDER BY contact_id, occasion LIMIT ${input.limit}
    )
    SELECT c.id AS "contactId", part.occasion, c.name, c.email, c.external_id AS "externalId", t.name AS team,
      coalesce(i.employee, e.employee, c.employee) AS employee, m.state AS mail, e.reason, u.name AS "excludedBy",
      to_char(m.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "sentAt",
      to_char(r.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "answeredAt"
    FROM part
    JOIN contacts c ON c.workspace_id = ${ctx.workspaceId} AND c.id = part.contact_id
    LEFT JOIN invitations i ON i.workspace_id = c.workspace_id AND i.campaign_id = ${input.id} AND ${ofPart("i")}
    LEFT JOIN exclusions e ON e.workspace_id = c.workspace_id AND e.campaign_id = ${input.id} AND ${ofPart("e")}
    LEFT JOIN outbound_mails m ON m.workspace_id = i.workspace_id AND m.invitation_id = i.id AND m.kind = 'invitation'
    LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.invitation_id = i.id
      AND r.counts
    LEFT JOIN teams t ON t.workspace_id = c.workspace_id AND t.id = coalesce(i.team_id, e.team_id, c.team_id)
    LEFT JOIN users u ON u.id = e.excluded_by
    ORDER BY part.contact_id, part.occasion`);
  const last = rows.at(-1);
  if (!last || rows.length < input.limit) return { rows: [...rows], next: null };
  return { rows: [...rows], next: { contactId: last.contactId, occasion: last.occasion } };
}
