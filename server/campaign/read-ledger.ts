import { sql } from "drizzle-orm";
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
  sentAt: string | null;
  answeredAt: string | null;
};

/**
 * A part of the eligibility ledger (PRODUCT.md A3): every contact the campaign chose once, asked or not and why, in
 * the order of their ids, and the cursor of the next part or null.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function readLedger(
  ctx: Ctx,
  input: { id: string; cursor: string | null; limit: number },
): Promise<{ rows: LedgerRow[]; next: string | null }> {
  await requireCampaign(ctx, input.id);
  const from = input.cursor ?? "00000000-0000-0000-0000-000000000000";
  const part = (table: "invitations" | "exclusions") => sql`
    SELECT contact_id FROM ${sql.raw(table)}
    WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${input.id} AND contact_id > ${from}::uuid
    ORDER BY contact_id LIMIT ${input.limit}`;
  const rows = await ctx.db.execute<LedgerRow>(sql`
    WITH part AS MATERIALIZED (
      SELECT contact_id FROM ((${part("invitations")}) UNION (${part("exclusions")})) AS chosen
      ORDER BY contact_id LIMIT ${input.limit}
    )
    SELECT c.id AS "contactId", c.name, c.email, c.external_id AS "externalId", t.name AS team,
      coalesce(i.employee, c.employee) AS employee, m.state AS mail, e.reason,
      to_char(m.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "sentAt",
      to_char(r.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "answeredAt"
    FROM part
    JOIN contacts c ON c.workspace_id = ${ctx.workspaceId} AND c.id = part.contact_id
    LEFT JOIN invitations i ON i.workspace_id = c.workspace_id AND i.campaign_id = ${input.id} AND i.contact_id = c.id
    LEFT JOIN exclusions e ON e.workspace_id = c.workspace_id AND e.campaign_id = ${input.id} AND e.contact_id = c.id
    LEFT JOIN outbound_mails m ON m.workspace_id = i.workspace_id AND m.invitation_id = i.id AND m.kind = 'invitation'
    LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.invitation_id = i.id
      AND r.evidence <> 'provisional'
    LEFT JOIN teams t ON t.workspace_id = c.workspace_id AND t.id = coalesce(i.team_id, c.team_id)
    ORDER BY c.id`);
  return { rows: [...rows], next: rows.length < input.limit ? null : rows.at(-1)!.contactId };
}
