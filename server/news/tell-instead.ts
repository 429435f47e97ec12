import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { alertNews, alerts, caseNews } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/**
 * Takes it over to tell a member of a piece of news: their alerts that have yet to tell of it do not any more. Returns false
 * where one has told them already, so that there is nothing left to tell. Alerts that get the news later are to ask
 * whether the member was told (server/alert/hand-out.ts).
 */
export async function tellInstead(
  ctx: Ctx,
  { key, userId }: { key: string; userId: string },
): Promise<boolean> {
  // Whoever hands the news out at this moment is waited for.
  const [news] = await ctx.db
    .select({ id: caseNews.id })
    .from(caseNews)
    .where(and(eq(caseNews.workspaceId, ctx.workspaceId), eq(caseNews.key, key)))
    .for("update");
  if (!news) return true;
  const theirs = await ctx.db
    .select({ id: alerts.id })
    .from(alerts)
    .where(and(eq(alerts.workspaceId, ctx.workspaceId), eq(alerts.userId, userId)));
  for (const { id } of theirs) {
    const ofAlert = and(
      eq(alertNews.workspaceId, ctx.workspaceId),
      eq(alertNews.alertId, id),
      eq(alertNews.newsId, news.id),
    );
    await ctx.db.delete(alertNews).where(and(ofAlert, isNull(alertNews.messageId)));
    if ((await ctx.db.$count(alertNews, and(ofAlert, isNotNull(alertNews.messageId)))) > 0) return false;
  }
  return true;
}
