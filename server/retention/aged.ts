import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import type { Kind } from "./rules.ts";

/**
 * Of each kind what is older than `before` and has not been removed yet, as a query of `id` and `at`, the moment its age is
 * counted from. What the application itself cleans away sooner is not here.
 */
export const aged: Record<Kind, (ctx: Ctx, before: SQL) => SQL> = {
  files: ({ workspaceId }, before) => sql`
    SELECT f.id, f.added_at AS at FROM attachments f
    WHERE f.workspace_id = ${workspaceId} AND f.added_at < ${before} AND f.content IS NOT NULL AND f.message_id IS NOT NULL
    UNION ALL
    SELECT n.id, n.received_at FROM inbound_mails n
    WHERE n.workspace_id = ${workspaceId} AND n.received_at < ${before} AND n.raw <> '' AND n.read_at IS NOT NULL
      AND EXISTS (${messageOf})`,

  received: ({ workspaceId }, before) => sql`
    SELECT n.id, n.received_at AS at FROM inbound_mails n
    WHERE n.workspace_id = ${workspaceId} AND n.received_at < ${before} AND n.raw <> '' AND n.read_at IS NOT NULL
      AND NOT EXISTS (${messageOf})`,

  // A merged case has no closure of its own: it goes with the one it is in.
  dialogues: ({ workspaceId }, before) => sql`
    SELECT c.id, closed.at FROM cases c, LATERAL (
      SELECT max(o.closed_at) AS at FROM case_closures o
      WHERE o.workspace_id = c.workspace_id AND o.case_id = coalesce(c.merged_into, c.id)
    ) AS closed
    WHERE c.workspace_id = ${workspaceId} AND c.state = 'closed' AND closed.at < ${before}
      AND NOT EXISTS (SELECT FROM cases t WHERE t.workspace_id = c.workspace_id AND t.id = c.merged_into AND t.state <> 'closed')
      AND (c.contact_id IS NOT NULL
        OR EXISTS (SELECT FROM case_messages m WHERE m.workspace_id = c.workspace_id AND m.case_id = c.id))`,

  // An answer waits for its dialogue, which would name the customer.
  answers: ({ workspaceId }, before) => sql`
    SELECT r.id, r.updated_at AS at FROM responses r
    WHERE r.workspace_id = ${workspaceId} AND r.updated_at < ${before}
      AND (r.contact_id IS NOT NULL OR r.comment IS NOT NULL)
      AND NOT EXISTS (SELECT FROM cases c WHERE c.workspace_id = r.workspace_id AND c.response_id = r.id
        AND (c.state <> 'closed' OR c.contact_id IS NOT NULL))`,

  contacts: ({ workspaceId }, before) => sql`
    SELECT p.id, p.updated_at AS at FROM contacts p
    WHERE p.workspace_id = ${workspaceId} AND p.updated_at < ${before} AND p.erased_at IS NULL
      AND NOT EXISTS (SELECT FROM invitations i WHERE i.workspace_id = p.workspace_id AND i.contact_id = p.id
        AND greatest(i.created_at, i.sent_at) >= ${before})
      AND NOT EXISTS (SELECT FROM responses r WHERE r.workspace_id = p.workspace_id AND r.contact_id = p.id
        AND r.updated_at >= ${before})
      AND NOT EXISTS (SELECT FROM events e WHERE e.workspace_id = p.workspace_id AND e.contact_id = p.id
        AND e.received_at >= ${before})
      AND NOT EXISTS (SELECT FROM cases c LEFT JOIN case_closures o ON o.workspace_id = c.workspace_id AND o.case_id = c.id
        WHERE c.workspace_id = p.workspace_id AND c.contact_id = p.id
          AND (c.state <> 'closed' OR c.opened_at >= ${before} OR o.closed_at >= ${before}))`,

  sends: ({ workspaceId }, before) => sql`
    SELECT m.id, m.created_at AS at FROM outbound_mails m
    WHERE m.workspace_id = ${workspaceId} AND m.created_at < ${before} AND m.to_address <> ''
      AND m.state NOT IN ('queued', 'sending', 'deferred', 'in_doubt')`,

  evidence: ({ workspaceId }, before) => sql`
    SELECT e.invitation_id AS id, e.last_at AS at FROM answer_evidence e
    WHERE e.workspace_id = ${workspaceId} AND e.last_at < ${before} AND e.settle_at IS NULL`,

  // News of a case that is not closed would be told again.
  notices: ({ workspaceId }, before) => sql`
    SELECT n.id, n.at FROM case_news n JOIN cases c ON c.workspace_id = n.workspace_id AND c.id = n.case_id
    WHERE n.workspace_id = ${workspaceId} AND n.at < ${before} AND n.handed_out_at IS NOT NULL AND c.state = 'closed'
    UNION ALL
    SELECT a.id, a.made_at FROM alert_messages a WHERE a.workspace_id = ${workspaceId} AND a.made_at < ${before}
    UNION ALL
    SELECT h.id, h.made_at FROM chat_messages h
    WHERE h.workspace_id = ${workspaceId} AND h.made_at < ${before} AND h.state IN ('sent', 'failed', 'cancelled')
    UNION ALL
    SELECT d.revision, d.saved_at FROM case_drafts d WHERE d.workspace_id = ${workspaceId} AND d.saved_at < ${before}
    UNION ALL
    SELECT f.id, f.added_at FROM attachments f
    WHERE f.workspace_id = ${workspaceId} AND f.added_at < ${before} AND f.message_id IS NULL
    UNION ALL
    SELECT o.id, o.expires_at FROM own_data_requests o
    WHERE o.workspace_id = ${workspaceId} AND o.expires_at < ${before}`,
};

const messageOf = sql`
  SELECT FROM case_messages m WHERE m.workspace_id = n.workspace_id AND m.inbound_mail_id = n.id`;
