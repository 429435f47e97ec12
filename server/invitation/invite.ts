import { sql } from "drizzle-orm";
import type { Audience } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { priorities } from "#server/mail/enqueue.ts";
import { findAsking, standing } from "./queries.ts";
import { answerableDays } from "./rules.ts";

export type Invited = { invited: number; excluded: number };

/**
 * Writes the ledger of a campaign in one statement: for every contact of its audience one invitation, with
 * what figures are grouped by frozen on it and its mail in the outbox, or one exclusion with the reason. The
 * mails are due from `notBefore`. Starts in one workspace run one after the other, so that two campaigns at
 * once cannot both ask the same person.
 */
export async function inviteAudience(
  ctx: Ctx,
  campaign: { id: string; surveyId: string; audience: Audience },
  notBefore: Date,
): Promise<Invited> {
  await ctx.db.execute(
    sql`SELECT set_config('lock_timeout', '120s', true), set_config('statement_timeout', '600s', true)`,
  );
  await ctx.db.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`invite:${ctx.workspaceId}`}, 0))`,
  );
  const asking = await findAsking(ctx, campaign.surveyId);
  const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;
  const now = at(ctx.now);
  const expiresAt = at(new Date(ctx.now.getTime() + answerableDays * 86_400_000));
  const [counts] = await ctx.db.execute<Invited>(sql`
    WITH standing AS MATERIALIZED (
      SELECT standing.*, svar_new_id() AS invitation_id, svar_new_id() AS mail_id
      FROM (${standing(ctx, asking, campaign.audience)}) AS standing
    ), invited AS (
      INSERT INTO invitations (workspace_id, id, campaign_id, survey_id, contact_id, locale, touchpoint,
        team_id, employee, account_id, attributes, created_at, expires_at)
      SELECT workspace_id, invitation_id, ${campaign.id}, ${campaign.surveyId}, id, ask_locale,
        ${asking.touchpoint}, team_id, employee, account_id, attributes, ${now}, ${expiresAt}
      FROM standing WHERE reason IS NULL
      RETURNING id
    ), excluded AS (
      INSERT INTO exclusions (workspace_id, campaign_id, contact_id, reason, created_at)
      SELECT workspace_id, ${campaign.id}, id, reason, ${now} FROM standing WHERE reason IS NOT NULL
      RETURNING contact_id
    ), mails AS (
      INSERT INTO outbound_mails (workspace_id, id, kind, priority, dedupe_key, message_id, to_address,
        to_domain, address_hash, campaign_id, invitation_id, next_attempt_at, created_at)
      SELECT workspace_id, mail_id, 'invitation', ${priorities.invitation},
        'invitation:' || ${campaign.id}::text || ':' || id, '<' || mail_id || '@' || ${ctx.site.mailDomain}::text || '>',
        split_part(btrim(email), '@', 1) || '@' || split_part(email_key, '@', 2), split_part(email_key, '@', 2),
        address_hash, ${campaign.id}, invitation_id, ${at(notBefore)}, ${now}
      FROM standing WHERE reason IS NULL
      RETURNING workspace_id, id
    ), logged AS (
      INSERT INTO mail_events (workspace_id, mail_id, at, state, attempt)
      SELECT workspace_id, id, ${now}, 'queued', 0 FROM mails
    )
    SELECT (SELECT count(*)::int FROM invited) AS invited, (SELECT count(*)::int FROM excluded) AS excluded`);
  ctx.nudge("outbox");
  return counts!;
}
