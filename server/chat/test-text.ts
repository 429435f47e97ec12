import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import type { ChatText } from "./shapes.ts";

/** What a test says, in the workspace's language. */
export async function testText(ctx: Ctx): Promise<ChatText> {
  const [workspace] = await ctx.db.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId));
  const { name, slug, locale } = workspace!;
  const t = translator(pickLocale(locale, "en"), "mail");
  return {
    title: t("caseChannelTest", { workspace: name }),
    items: [],
    more: null,
    link: { label: t("caseNewsChange"), url: `${ctx.site.appUrl}/${slug}/settings/alerts` },
  };
}
