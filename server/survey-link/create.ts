import { newId } from "#db/id.ts";
import { surveyLinks } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { getSurvey } from "#server/survey/queries.ts";
import type { CreateSurveyLink } from "./schema.ts";

/**
 * Makes a way to answer a survey without having been asked. Returns its id.
 * @throws NOT_FOUND when there is no such survey here.
 */
export async function createSurveyLink(ctx: Ctx, input: CreateSurveyLink): Promise<{ id: string }> {
  await getSurvey(ctx, input);
  const id = newId(ctx.now.getTime());
  await ctx.db.insert(surveyLinks).values({
    workspaceId: ctx.workspaceId,
    id,
    ...input,
    createdAt: ctx.now,
    createdBy: memberId(ctx.actor),
  });
  const { name, kind, touchpoint } = input;
  await recordAct(ctx, "sharing.survey_made", { id, label: name, after: { kind, touchpoint } });
  return { id };
}
