import { and, eq, isNull } from "drizzle-orm";
import { replyTemplates } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { EndTemplate } from "./schema.ts";

/**
 * Offers a text to begin replies with no more; who ended it and when stays known.
 * @throws NOT_FOUND for one that is not here or was ended.
 */
export async function endTemplate(ctx: Ctx, { id }: EndTemplate): Promise<void> {
  const [ended] = await ctx.db
    .update(replyTemplates)
    .set({ endedAt: ctx.now, endedBy: memberId(ctx.actor) })
    .where(
      and(
        eq(replyTemplates.workspaceId, ctx.workspaceId),
        eq(replyTemplates.id, id),
        isNull(replyTemplates.endedAt),
      ),
    )
    .returning({ name: replyTemplates.name });
  if (!ended) throw notFound("template");
  await recordAct(ctx, "settings.template_ended", { id, label: ended.name });
}
