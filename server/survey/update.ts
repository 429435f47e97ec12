import { and, eq, inArray } from "drizzle-orm";
import { campaigns, surveys } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { driversToStore, driverTexts, type StoredDriver } from "#server/driver/rules.ts";
import { invalid, notFound } from "#server/errors.ts";
import { checkNeutral } from "#server/legal/check-neutral.ts";
import { type OwnText, ownTexts, pathOfText, textsToStore } from "./rules.ts";
import type { UpdateSurvey } from "./schema.ts";

/**
 * Changes what is given and leaves the rest. Invitations that are out ask in the new words from now on;
 * answers keep the touchpoint they were given for. Returns the row.
 *
 * @throws NOT_FOUND when there is no such survey here, INVALID for advertising while a neutral campaign asks in its words.
 */
export async function updateSurvey(ctx: Ctx, { surveyId, texts, drivers, ...given }: UpdateSurvey) {
  await keepNeutral(ctx, surveyId, [...ownTexts(texts ?? {}), ...driverTexts(drivers ?? [])]);
  const before = drivers ? await lockDrivers(ctx, surveyId) : [];
  const [survey] = await ctx.db
    .update(surveys)
    .set({
      ...given,
      ...(texts ? { texts: textsToStore(texts) } : {}),
      ...(drivers ? { drivers: driversToStore(drivers, before) } : {}),
      updatedAt: ctx.now,
    })
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, surveyId)))
    .returning();
  if (!survey) throw notFound("survey");
  return survey;
}

/** The drivers as they are, kept from others until this change is in. */
async function lockDrivers(ctx: Ctx, surveyId: string): Promise<StoredDriver[]> {
  const [row] = await ctx.db
    .select({ drivers: surveys.drivers })
    .from(surveys)
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, surveyId)))
    .for("no key update");
  return row?.drivers ?? [];
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
    pathOfText(found),
    `The campaign “${asking.name}” asks as a neutral survey just now, and “${found.found}” is not neutral. Take it out, or end the campaign first.`,
  );
}
