import { eq } from "drizzle-orm";
import { surveys, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** The language of the workspace, in which its people read. */
export async function localeOf(ctx: Ctx): Promise<string> {
  const [workspace] = await ctx.db
    .select({ locale: workspaces.locale })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  return workspace!.locale;
}

/** What every page of answers needs beside them: language and time zone of the workspace, and its surveys by name. */
export async function getFrame(ctx: Ctx) {
  const [workspace] = await ctx.db
    .select({ locale: workspaces.locale, timezone: workspaces.timezone })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const named = await ctx.db
    .select({ id: surveys.id, name: surveys.name })
    .from(surveys)
    .where(eq(surveys.workspaceId, ctx.workspaceId))
    .orderBy(surveys.name);
  return { ...workspace!, surveys: named };
}
