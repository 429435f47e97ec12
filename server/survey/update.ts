import { and, eq } from "drizzle-orm";
import { surveys } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { textsToStore } from "./rules.ts";
import type { UpdateSurvey } from "./schema.ts";

/**
 * Changes what is given and leaves the rest. Invitations that are out ask in the new words from now on;
 * answers keep the touchpoint they were given for. Returns the row.
 *
 * @throws NOT_FOUND when there is no such survey here.
 */
export async function updateSurvey(ctx: Ctx, { surveyId, texts, ...given }: UpdateSurvey) {
  const [survey] = await ctx.db
    .update(surveys)
    .set({ ...given, ...(texts ? { texts: textsToStore(texts) } : {}), updatedAt: ctx.now })
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, surveyId)))
    .returning();
  if (!survey) throw notFound("survey");
  return survey;
}
