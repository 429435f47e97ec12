import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import type { CustomerFacts } from "./rules.ts";

/** Who gave an answer, and what thanking for it depends on, as it stands now. */
export type Customer = CustomerFacts & {
  responseId: string;
  language: string;
  name: string | null;
  company: string | null;
  email: string | null;
  addressHash: Uint8Array | null;
  invitationId: string | null;
};

/** The customers who gave these answers of this workspace; an answer that is not here has none. */
export async function findCustomers(ctx: Ctx, responseIds: readonly string[]): Promise<Customer[]> {
  if (responseIds.length === 0) return [];
  const rows = await ctx.db.execute<Customer>(sql`
    SELECT r.id AS "responseId", r.score, r.contact_by AS "contactBy", r.withdrawn_at IS NOT NULL AS withdrawn,
      r.locale AS language, c.name, a.name AS company, c.email, c.email_key AS "emailKey",
      c.address_hash AS "addressHash", coalesce(c.attributes, '{}') AS attributes, c.legal_ground AS ground,
      i.id AS "invitationId",
      i.id IS NOT NULL AND c.email IS NOT NULL AND c.address_hash IS NOT NULL AND c.erased_at IS NULL AND NOT r.sample
        AS reachable,
      EXISTS (
        SELECT FROM suppressions s WHERE s.workspace_id = r.workspace_id AND s.address_hash = c.address_hash
          AND (s.until IS NULL OR s.until > ${ctx.now.toISOString()}::timestamptz)) AS stopped,
      EXISTS (
        SELECT FROM responses o
        JOIN thank_yous y ON y.workspace_id = o.workspace_id AND y.response_id = o.id AND y.left_out_at IS NULL
        JOIN outbound_mails m ON m.workspace_id = y.workspace_id AND m.id = y.mail_id
        WHERE o.workspace_id = r.workspace_id AND o.contact_id = r.contact_id AND o.id <> r.id
          AND m.state NOT IN ('failed', 'suppressed', 'cancelled')
          AND y.thanked_at > ${ctx.now.toISOString()}::timestamptz - make_interval(days => w.gap_any_days)
      ) AS "thankedLately",
      EXISTS (SELECT FROM cases k WHERE k.workspace_id = r.workspace_id AND k.response_id = r.id)
        OR EXISTS (SELECT FROM cases k WHERE k.workspace_id = r.workspace_id AND k.invitation_id = r.invitation_id)
        OR EXISTS (SELECT FROM cases k WHERE k.workspace_id = r.workspace_id AND k.contact_id = r.contact_id
          AND k.state <> 'closed') AS "inDialogue"
    FROM responses r
    JOIN workspaces w ON w.id = r.workspace_id
    LEFT JOIN contacts c ON c.workspace_id = r.workspace_id AND c.id = r.contact_id
    LEFT JOIN accounts a ON a.workspace_id = c.workspace_id AND a.id = c.account_id
    LEFT JOIN invitations i ON i.workspace_id = r.workspace_id AND i.id = r.invitation_id
    WHERE r.workspace_id = ${ctx.workspaceId}
      AND r.id IN (SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(responseIds)}::jsonb))`);
  return [...rows];
}
