import { newId } from "#db/id.ts";
import { campaigns } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { readersLanguageIfAny } from "#server/i18n/speech.ts";
import { translator } from "#server/i18n/translate.ts";
import { requireCampaign } from "./queries.ts";
import type { CampaignId } from "./schema.ts";

/**
 * Makes a draft like a campaign in whatever state: the same survey, people, texts and pace, but no date. Its sample and
 * the order of its mails are drawn anew, and people left out by hand are asked again unless somebody leaves them out.
 * Returns the row.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function duplicateCampaign(ctx: Ctx, input: CampaignId): Promise<typeof campaigns.$inferSelect> {
  const known = await requireCampaign(ctx, input.id);
  const { surveyId, name, audience, senderName, sendingHours, timing } = known;
  const { sampling, abTest, reminderDays, neutral } = known;
  const [row] = await ctx.db
    .insert(campaigns)
    .values({
      ...{ surveyId, audience, senderName, sendingHours, timing },
      ...{ sampling, abTest, reminderDays, neutral },
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      name: copyOf(name),
      createdBy: memberId(ctx.actor),
      createdAt: ctx.now,
    })
    .returning();
  ctx.nudge("campaigns", row!.id);
  return row!;
}

const longestName = 120;

/** "Autumn 2026 (copy)" in the language of whoever copies, within the length that names have. */
function copyOf(name: string): string {
  const t = translator(readersLanguageIfAny(), "names");
  const added = t("copy", { name: "" }).length;
  return t("copy", { name: name.slice(0, longestName - added) });
}
