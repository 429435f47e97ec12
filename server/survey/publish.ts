import { and, eq, inArray, sql } from "drizzle-orm";
import { campaigns, surveys } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { driversToStore, driverTexts } from "#server/driver/rules.ts";
import { invalid } from "#server/errors.ts";
import { checkNeutral } from "#server/legal/check-neutral.ts";
import { refusal } from "#server/refusal.ts";
import { type OwnText, ownTexts, pathOfText } from "./rules.ts";
import type { PublishSurvey } from "./schema.ts";
import { updateSurvey } from "./update.ts";

/**
 * Makes a draft the words that customers are asked in, as a version of its own that stays as it is. Invitations that are
 * out ask in the new words from now on; answers keep the touchpoint they were given for. A draft that says what is
 * published already makes no version. Returns the row.
 *
 * @throws NOT_FOUND and CONFLICT like `updateSurvey`, INVALID for advertising while a neutral campaign asks in its words.
 */
export async function publishSurvey(ctx: Ctx, input: PublishSurvey) {
  const saved = await updateSurvey(ctx, input);
  if (!saved.draft) return saved;
  const { tone, texts, drivers } = saved.draft;
  await keepNeutral(ctx, saved.id, [...ownTexts(texts), ...driverTexts(drivers)]);
  const [published] = await ctx.db
    .update(surveys)
    .set({
      ...{ tone, texts, drivers: driversToStore(drivers, saved.drivers), draft: null },
      version: sql`${surveys.version} + 1`,
      publishedAt: ctx.now,
      publishedBy: memberId(ctx.actor),
    })
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, saved.id)))
    .returning();
  const { id, name, version } = published!;
  await recordAct(ctx, "settings.survey_published", { id, label: name, after: { version } });
  return published!;
}

/** A neutral campaign was checked when it started; its mails that have not left are made of the words of today. */
async function keepNeutral(ctx: Ctx, surveyId: string, texts: readonly OwnText[]): Promise<void> {
  const [found] = checkNeutral(texts);
  if (!found) return;
  const [asking] = await ctx.db
    .select({ name: campaigns.name })
    .from(campaigns)
    .where(
      and(
        eq(campaigns.workspaceId, ctx.workspaceId),
        eq(campaigns.surveyId, surveyId),
        eq(campaigns.neutral, true),
        inArray(campaigns.state, ["scheduled", "running", "paused"]),
      ),
    );
  if (!asking) return;
  throw invalid(
    `draft.${pathOfText(found)}`,
    refusal("neutralCampaign", { name: asking.name, found: found.found }),
  );
}
