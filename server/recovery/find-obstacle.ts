import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { apartDays, type Cancellation, type CustomerFacts, obstacleOf } from "./rules.ts";

/**
 * Why the customer of a case would not be asked at `at` whether it is solved, as far as is known now; null when
 * nothing stands against it. Another question is in the way when a mail of one went out up to a week before `at`, or,
 * where that is now, waits to go out; another check within the workspace's gap between any two questions.
 */
export async function findObstacle(
  ctx: Ctx,
  asked: { caseId: string; at: Date },
): Promise<Cancellation | null> {
  const isNow = asked.at <= ctx.now;
  const at = sql`${asked.at.toISOString()}::timestamptz`;
  const [facts] = await ctx.db.execute<CustomerFacts>(sql`
    SELECT coalesce(customer.email IS NOT NULL, false) AS "hasAddress",
      EXISTS (
        SELECT FROM suppressions s
        WHERE s.workspace_id = one.workspace_id AND s.address_hash = customer.address_hash
          AND (s.until IS NULL OR s.until > ${at})
      ) AS stopped,
      coalesce(r.withdrawn_at IS NOT NULL, false) AS withdrawn,
      EXISTS (
        SELECT FROM invitations i
        JOIN outbound_mails m ON m.workspace_id = i.workspace_id AND m.invitation_id = i.id
        WHERE i.workspace_id = one.workspace_id AND i.contact_id = one.contact_id
          AND m.kind IN ('invitation', 'reminder')
          AND ((${isNow} AND m.state IN ('queued', 'sending', 'deferred'))
            OR (m.state IN ('sent', 'in_doubt')
              AND coalesce(m.sent_at, m.first_tried_at) > ${at} - make_interval(days => ${apartDays}::int)))
      ) AS "askedOtherwise",
      EXISTS (
        SELECT FROM cases other
        JOIN recovery_checks k ON k.workspace_id = other.workspace_id AND k.case_id = other.id
        WHERE other.workspace_id = one.workspace_id AND other.contact_id = one.contact_id
          AND k.cancelled_at IS NULL AND k.asked_at > ${at} - make_interval(days => w.gap_any_days)
      ) AS "checkedLately"
    FROM cases one
    JOIN workspaces w ON w.id = one.workspace_id
    LEFT JOIN contacts customer ON customer.workspace_id = one.workspace_id AND customer.id = one.contact_id
    LEFT JOIN responses r ON r.workspace_id = one.workspace_id AND r.id = one.response_id
    WHERE one.workspace_id = ${ctx.workspaceId} AND one.id = ${asked.caseId}`);
  return facts ? obstacleOf(facts) : "no_address";
}
