import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { replyTemplates } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { invalid, notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import type { SaveTemplate } from "./schema.ts";

/**
 * Makes a text to begin replies with, or changes one. Returns its id.
 * @throws NOT_FOUND for one that is not here or was ended, INVALID on `name` where the language has one of that name.
 */
export async function saveTemplate(ctx: Ctx, input: SaveTemplate): Promise<{ id: string }> {
  const { id = newId(ctx.now.getTime()), ...words } = input;
  await requireFreeName(ctx, id, words);
  const by = memberId(ctx.actor);
  if (!input.id) {
    const made = { workspaceId: ctx.workspaceId, id, madeAt: ctx.now, madeBy: by };
    await ctx.db.insert(replyTemplates).values({ ...made, ...words });
    await recordAct(ctx, "settings.template_made", { id, label: words.name });
    return { id };
  }
  const [changed] = await ctx.db
    .update(replyTemplates)
    .set({ ...words, changedAt: ctx.now, changedBy: by })
    .where(and(running(ctx), eq(replyTemplates.id, id)))
    .returning({ id: replyTemplates.id });
  if (!changed) throw notFound("template");
  await recordAct(ctx, "settings.template_changed", { id, label: words.name });
  return changed;
}

const running = (ctx: Ctx) =>
  and(eq(replyTemplates.workspaceId, ctx.workspaceId), isNull(replyTemplates.endedAt));

async function requireFreeName(
  ctx: Ctx,
  id: string,
  { name, locale }: Pick<SaveTemplate, "name" | "locale">,
): Promise<void> {
  const taken = await ctx.db.$count(
    replyTemplates,
    and(
      running(ctx),
      ne(replyTemplates.id, id),
      eq(replyTemplates.locale, locale),
      sql`lower(${replyTemplates.name}) = lower(${name})`,
    ),
  );
  if (taken > 0) throw invalid("name", refusal("templateTaken"));
}
