import { and, eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { campaigns, surveys, teams } from "#db/schema/index.ts";
import { emailKeyOf } from "#server/contact/rules.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { usualReminderDays } from "./rules.ts";
import type { Audience, CreateCampaign } from "./schema.ts";

/**
 * Makes a draft of one sending of a survey to an audience. Returns the row.
 * @throws INVALID when the survey or the team is not one of this workspace.
 */
export async function createCampaign(
  ctx: Ctx,
  input: CreateCampaign,
): Promise<typeof campaigns.$inferSelect> {
  await requireSurvey(ctx, input.surveyId);
  const audience = await knownAudience(ctx, input.audience ?? { all: true });
  const [row] = await ctx.db
    .insert(campaigns)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      surveyId: input.surveyId,
      name: input.name,
      audience,
      reminderDays: input.reminderDays === undefined ? usualReminderDays : input.reminderDays,
      createdBy: memberId(ctx.actor),
      createdAt: ctx.now,
    })
    .returning();
  ctx.nudge("campaigns", row!.id);
  return row!;
}

/** @throws INVALID when this workspace has no such survey. */
export async function requireSurvey(ctx: Ctx, surveyId: string): Promise<void> {
  const [row] = await ctx.db
    .select({ id: surveys.id })
    .from(surveys)
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, surveyId)));
  if (!row) throw invalid("surveyId", refusal("campaignSurveyGone"));
}

/**
 * `audience` as it is kept: addresses in the form contacts are found by, each once.
 * @throws INVALID when it names a team that this workspace does not have.
 */
export async function knownAudience(ctx: Ctx, audience: Audience): Promise<Audience> {
  if ("emails" in audience) {
    const keys = audience.emails.map((email) => emailKeyOf(email) ?? email.toLowerCase()).filter(Boolean);
    const [first] = keys;
    if (!first) throw invalid("audience", refusal("addressesNone"));
    return { emails: [...new Set(keys)] };
  }
  if ("teamId" in audience) {
    const [team] = await ctx.db
      .select({ id: teams.id })
      .from(teams)
      .where(and(eq(teams.workspaceId, ctx.workspaceId), eq(teams.id, audience.teamId)));
    if (!team) throw invalid("audience", refusal("noTeam"));
  }
  return audience;
}
