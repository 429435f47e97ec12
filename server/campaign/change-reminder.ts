import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { campaigns, invitations, outboundMails } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { answerableDays } from "#server/invitation/rules.ts";
import { change } from "#server/mail/change.ts";
import { refusal } from "#server/refusal.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import { requireCampaign } from "./queries.ts";
import { momentIn } from "./rules.ts";
import type { ChangeReminder } from "./schema.ts";

/**
 * Moves the reminders of a campaign that have not left to one moment, all of them, or calls them off for good with
 * `at` null. Whoever gets the mail itself less than a day before that moment is reminded the usual number of days
 * after it. Returns how many people are concerned so far.
 * @throws NOT_FOUND; CONFLICT for a campaign that reminds nobody or has not been started; INVALID for a moment that
 * has passed, or that lies so late that the links of the mail have expired.
 */
export async function changeReminder(ctx: Ctx, input: ChangeReminder): Promise<number> {
  const campaign = await requireCampaign(ctx, input.id);
  if (campaign.reminderDays === null || !["running", "paused", "finished"].includes(campaign.state)) {
    throw new DomainError("CONFLICT", refusal("reminderNone"));
  }
  const subject = { id: campaign.id, label: campaign.name };
  const before = { at: campaign.reminderAt?.toISOString() ?? null };
  if (input.at === null) {
    await recordAct(ctx, "sending.reminder_ended", subject);
    return callOff(ctx, input.id);
  }
  const at = momentIn(input.at, await timezoneOf(ctx));
  if (at <= ctx.now) throw invalid("at", refusal("timePassed"));
  const latest = (campaign.startedAt ?? ctx.now).getTime() + answerableDays * 86_400_000;
  if (at.getTime() > latest) {
    throw invalid("at", refusal("reminderExpired"));
  }
  await recordAct(ctx, "sending.reminder_moved", { ...subject, before, after: { at: at.toISOString() } });
  return move(ctx, input.id, at);
}

async function move(ctx: Ctx, id: string, at: Date): Promise<number> {
  await ctx.db.update(campaigns).set({ reminderAt: at }).where(mine(ctx, id));
  const ahead = await ctx.db
    .update(invitations)
    .set({ remindAt: at })
    .where(toRemind(ctx, id))
    .returning({ id: invitations.id });
  const queued = await ctx.db
    .update(outboundMails)
    .set({ nextAttemptAt: at })
    .where(
      and(
        eq(outboundMails.workspaceId, ctx.workspaceId),
        eq(outboundMails.campaignId, id),
        eq(outboundMails.kind, "reminder"),
        eq(outboundMails.state, "queued"),
        isNull(outboundMails.leaseToken),
      ),
    )
    .returning({ id: outboundMails.id });
  ctx.nudge("campaigns", id);
  ctx.nudge("outbox");
  return ahead.length + queued.length;
}

async function callOff(ctx: Ctx, id: string): Promise<number> {
  await ctx.db.update(campaigns).set({ reminderDays: null, reminderAt: null }).where(mine(ctx, id));
  const ahead = await ctx.db
    .update(invitations)
    .set({ remindAt: null })
    .where(toRemind(ctx, id))
    .returning({ id: invitations.id });
  const queued = await change(
    ctx.db,
    sql`${ctx.now.toISOString()}::timestamptz`,
    sql`UPDATE outbound_mails m SET state = 'cancelled', lease_token = NULL, lease_until = NULL
      WHERE m.workspace_id = ${ctx.workspaceId} AND m.campaign_id = ${id} AND m.kind = 'reminder'
        AND (m.state IN ('queued', 'deferred') OR (m.state = 'sending' AND m.data_started_at IS NULL))`,
    sql`'the reminder was called off'`,
  );
  ctx.nudge("campaigns", id);
  return ahead.length + queued.length;
}

const mine = (ctx: Ctx, id: string) => and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, id));

const toRemind = (ctx: Ctx, id: string) =>
  and(
    eq(invitations.workspaceId, ctx.workspaceId),
    eq(invitations.campaignId, id),
    isNotNull(invitations.remindAt),
  );
