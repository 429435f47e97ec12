import { and, eq, isNull, sql } from "drizzle-orm";
import { alertNews, caseNews } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { takeBackMails } from "#server/mail/withdraw.ts";

/** Takes news back that are none any more: who has not heard of them yet need not, and a mail of nothing else stays here. */
export async function callOffNews(ctx: Ctx, key: string): Promise<void> {
  const [news] = await ctx.db
    .update(caseNews)
    .set({ calledOffAt: ctx.now, calledOffBy: memberId(ctx.actor) })
    .where(
      and(eq(caseNews.workspaceId, ctx.workspaceId), eq(caseNews.key, key), isNull(caseNews.calledOffAt)),
    )
    .returning({ id: caseNews.id });
  if (!news) return;
  await ctx.db
    .delete(alertNews)
    .where(
      and(
        eq(alertNews.workspaceId, ctx.workspaceId),
        eq(alertNews.newsId, news.id),
        isNull(alertNews.messageId),
      ),
    );
  await takeBackMails(ctx, await mailsOfNothingElse(ctx, news.id));
}

async function mailsOfNothingElse(ctx: Ctx, newsId: string): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    SELECT m.mail_id AS id FROM alert_news told
    JOIN alert_messages m ON m.workspace_id = told.workspace_id AND m.id = told.message_id
    WHERE told.workspace_id = ${ctx.workspaceId} AND told.news_id = ${newsId} AND m.mail_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM alert_news other
        JOIN case_news n ON n.workspace_id = other.workspace_id AND n.id = other.news_id
        WHERE other.workspace_id = told.workspace_id AND other.message_id = told.message_id
          AND n.called_off_at IS NULL)`);
  return rows.map(({ id }) => id);
}
