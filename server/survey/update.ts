import { and, eq, inArray } from "drizzle-orm";
import { campaigns, surveys } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { invalid, notFound } from "#server/errors.ts";
import { checkNeutral } from "#server/legal/check-neutral.ts";
import { ownTexts, type StoredTexts, textsToStore } from "./rules.ts";
import type { UpdateSurvey } from "./schema.ts";

/**
 * Changes what is given and leaves the rest. Invitations that are out ask in the new words from now on;
 * answers keep the touchpoint they were given for. Returns the row.
 *
 * @throws NOT_FOUND when there is no such survey here, INVALID for advertising while a neutral campaign asks in its words.
 */
export async function updateSurvey(ctx: Ctx, { surveyId, texts, ...given }: UpdateSurvey) {
  if (texts) await keepNeutral(ctx, surveyId, textsToStore(texts));
  const [survey] = await ctx.db
    .update(surveys)
    .set({ ...given, ...(texts ? { texts: textsToStore(texts) } : {}), updatedAt: ctx.now })
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, surveyId)))
    .returning();
  if (!survey) throw notFound("survey");
  return survey;
}

/** A neutral campaign was checked when it started; its mails that have not left are made of the words of today. */
async function keepNeutral(ctx: Ctx, surveyId: string, texts: StoredTexts): Promise<void> {
  const [found] = checkNeutral(ownTexts(texts));
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
    `texts.${found.locale}.${found.field}`,
    `The campaign “${asking.name}” asks as a neutral survey just now, and “${found.found}” is not neutral. Take it out, or end the campaign first.`,
  );
}
