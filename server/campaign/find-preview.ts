import { and, eq } from "drizzle-orm";
import { campaigns, surveys, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { offeredDrivers } from "#server/driver/rules.ts";
import { type Locale, voiceOf } from "#server/i18n/locales.ts";
import { textsFor } from "#server/survey/rules.ts";

/** What the answer page of a campaign shows in a language, or null when the campaign is gone. */
export async function findPreview(ctx: Ctx, input: { campaignId: string; locale: Locale }) {
  const [row] = await ctx.db
    .select({
      texts: surveys.texts,
      drivers: surveys.drivers,
      tone: surveys.tone,
      companyName: workspaces.name,
      timeZone: workspaces.timezone,
    })
    .from(campaigns)
    .innerJoin(
      surveys,
      and(eq(surveys.workspaceId, campaigns.workspaceId), eq(surveys.id, campaigns.surveyId)),
    )
    .innerJoin(workspaces, eq(workspaces.id, campaigns.workspaceId))
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, input.campaignId)));
  if (!row) return null;
  const locale = voiceOf(input.locale, row.tone);
  return {
    ...row,
    locale,
    texts: textsFor({ texts: row.texts, companyName: row.companyName, locale }),
    drivers: offeredDrivers(row.drivers, input.locale),
  };
}
