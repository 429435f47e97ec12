import { and, eq, sql } from "drizzle-orm";
import { members, users, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { type Locale, pickLocale } from "#server/i18n/locales.ts";

/** The language in which a colleague with this address is written: their own where they have one, else the workspace's. */
export async function findLanguage(ctx: Ctx, address: string): Promise<Locale> {
  const [row] = await ctx.db
    .select({ own: users.locale, workspace: workspaces.locale })
    .from(workspaces)
    .leftJoin(members, eq(members.workspaceId, workspaces.id))
    .leftJoin(users, and(eq(users.id, members.userId), eq(users.email, address.toLowerCase())))
    .where(eq(workspaces.id, ctx.workspaceId))
    .orderBy(sql`${users.id} NULLS LAST`)
    .limit(1);
  return pickLocale(row?.own ?? row?.workspace, "en");
}
