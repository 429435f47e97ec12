import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { replyTemplates } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

export type Template = Pick<typeof replyTemplates.$inferSelect, "id" | "name" | "locale" | "text">;

/** The texts to begin replies with, by name. */
export function listTemplates(ctx: Ctx): Promise<Template[]> {
  const { id, name, locale, text } = replyTemplates;
  return ctx.db
    .select({ id, name, locale, text })
    .from(replyTemplates)
    .where(and(eq(replyTemplates.workspaceId, ctx.workspaceId), isNull(replyTemplates.endedAt)))
    .orderBy(asc(name), asc(locale));
}

/** All that were ever written, those that are offered no more too, by name: whoever named one goes on by its name. */
export function listTemplatesEver(ctx: Ctx): Promise<(Template & { ended: boolean })[]> {
  const { id, name, locale, text, endedAt } = replyTemplates;
  return ctx.db
    .select({ id, name, locale, text, ended: sql<boolean>`${endedAt} IS NOT NULL` })
    .from(replyTemplates)
    .where(eq(replyTemplates.workspaceId, ctx.workspaceId))
    .orderBy(asc(name), asc(locale));
}
