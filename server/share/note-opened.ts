import { and, eq, sql } from "drizzle-orm";
import { shareLinks } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";

/** Keeps the day, and no more than the day, on which a link was opened last: who opened it is not known. */
export async function noteShareOpened(ctx: Ctx, link: { id: string; today: string }): Promise<void> {
  const [first] = await ctx.db
    .update(shareLinks)
    .set({ openedOn: link.today })
    .where(
      and(
        eq(shareLinks.workspaceId, ctx.workspaceId),
        eq(shareLinks.id, link.id),
        sql`${shareLinks.openedOn} IS DISTINCT FROM ${link.today}::date`,
      ),
    )
    .returning({ name: shareLinks.name });
  if (!first) return;
  const reader = { ...ctx, actor: { kind: "share-reader" as const } };
  await recordAct(reader, "sharing.opened", { id: link.id, label: first.name });
}
