import { and, asc, eq, isNull } from "drizzle-orm";
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
