import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { alertMessages, alertNews, alerts, caseNews, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { makeMessage, type News } from "./make-message.ts";
import type { Alert } from "./queries.ts";
import { hourMs, planOf, type Waiting } from "./rules.ts";

/**
 * Makes the mails and chat messages of the alerts of this workspace that have something to tell, of at most `most` alerts;
 * each piece of news once, however many workers do this. Returns how many alerts were looked at.
 */
export async function tellAlerts(ctx: Ctx, input: { most: number }): Promise<number> {
  const due = await ctx.db
    .select({ alert: alerts, email: users.email })
    .from(alerts)
    .leftJoin(users, eq(users.id, alerts.userId))
    .where(
      and(
        eq(alerts.workspaceId, ctx.workspaceId),
        isNull(alerts.endedAt),
        sql`EXISTS (SELECT FROM ${alertNews} n WHERE n.workspace_id = ${alerts.workspaceId}
          AND n.alert_id = ${alerts.id} AND n.message_id IS NULL AND n.due_at <= ${ctx.now.toISOString()}::timestamptz)`,
      ),
    )
    .orderBy(alerts.id)
    .limit(input.most)
    .for("no key update", { of: alerts, skipLocked: true });
  for (const { alert, email } of due) await tell(ctx, alert, email);
  return due.length;
}

async function tell(ctx: Ctx, alert: Alert, email: string | null): Promise<void> {
  const waiting = await listWaiting(ctx, alert.id);
  const told = await ctx.db
    .select({ at: alertMessages.madeAt })
    .from(alertMessages)
    .where(
      and(
        eq(alertMessages.workspaceId, ctx.workspaceId),
        eq(alertMessages.alertId, alert.id),
        gt(alertMessages.madeAt, new Date(ctx.now.getTime() - hourMs)),
      ),
    );
  const plan = planOf(
    alert,
    waiting,
    told.map(({ at }) => at),
    ctx.now,
  );
  const known = new Map(waiting.map((one) => [one.newsId, one]));
  for (const group of plan.tell) {
    const messageId = await makeMessage(
      ctx,
      alert,
      email,
      group.map(({ newsId }) => known.get(newsId)!),
    );
    await setNews(ctx, alert.id, group, { messageId });
  }
  if (plan.hold) await setNews(ctx, alert.id, plan.hold.news, { dueAt: plan.hold.until });
}

function listWaiting(ctx: Ctx, alertId: string): Promise<(Waiting & News)[]> {
  return ctx.db
    .select({
      newsId: alertNews.newsId,
      dueAt: alertNews.dueAt,
      at: caseNews.at,
      together: caseNews.together,
      kind: caseNews.kind,
      caseId: caseNews.caseId,
      personId: caseNews.personId,
      checkId: caseNews.checkId,
      messageId: caseNews.messageId,
    })
    .from(alertNews)
    .innerJoin(
      caseNews,
      and(eq(caseNews.workspaceId, alertNews.workspaceId), eq(caseNews.id, alertNews.newsId)),
    )
    .where(
      and(
        eq(alertNews.workspaceId, ctx.workspaceId),
        eq(alertNews.alertId, alertId),
        isNull(alertNews.messageId),
      ),
    );
}

async function setNews(
  ctx: Ctx,
  alertId: string,
  news: readonly Waiting[],
  what: { messageId: string } | { dueAt: Date },
): Promise<void> {
  const ids = news.map(({ newsId }) => newsId);
  await ctx.db
    .update(alertNews)
    .set(what)
    .where(
      and(
        eq(alertNews.workspaceId, ctx.workspaceId),
        eq(alertNews.alertId, alertId),
        inArray(alertNews.newsId, ids),
      ),
    );
}
