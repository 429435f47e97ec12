import { and, eq } from "drizzle-orm";
import { type AbTest, surveys } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { currentDrivers, driverTexts } from "#server/driver/rules.ts";
import { invalid } from "#server/errors.ts";
import { checkNeutral, type NotNeutral } from "#server/legal/check-neutral.ts";
import { refusal } from "#server/refusal.ts";
import { ownTexts, pathOfText } from "#server/survey/rules.ts";

type Asked = { neutral: boolean; surveyId: string; senderName: string | null; abTest: AbTest | null };

/** What makes a campaign that is to be neutral more than that; nothing for any other campaign. */
export async function findNotNeutral(ctx: Ctx, campaign: Asked): Promise<NotNeutral[]> {
  if (!campaign.neutral) return [];
  const [survey] = await ctx.db
    .select({ texts: surveys.texts, drivers: surveys.drivers })
    .from(surveys)
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, campaign.surveyId)));
  const { senderName, abTest } = campaign;
  const senders = [senderName, abTest?.b.senderName].flatMap((text) =>
    text ? [{ field: "senderName", locale: null, text }] : [],
  );
  return checkNeutral([
    ...ownTexts(survey?.texts ?? {}),
    ...driverTexts(currentDrivers(survey?.drivers ?? [])),
    ...ownTexts(abTest?.b.texts ?? {}),
    ...senders,
  ]);
}

/** @throws INVALID naming the text that is not neutral, for a campaign that is to be. */
export async function requireNeutral(ctx: Ctx, campaign: Asked): Promise<void> {
  const [first] = await findNotNeutral(ctx, campaign);
  if (!first) return;
  throw invalid(pathOfText(first), refusal("neutralAdvert", { found: first.found, kind: first.kind }));
}
