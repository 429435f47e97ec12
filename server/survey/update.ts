import { and, eq } from "drizzle-orm";
import { surveys } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError, notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { draftToStore } from "./rules.ts";
import type { UpdateSurvey } from "./schema.ts";

/**
 * Changes what is given and leaves the rest. Words are kept as a draft that nobody is asked in until it is published.
 * Returns the row.
 *
 * @throws NOT_FOUND when there is no such survey here, CONFLICT when it was changed since it was `seen`.
 */
export async function updateSurvey(ctx: Ctx, { surveyId, draft, seen, ...given }: UpdateSurvey) {
  const own = and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, surveyId));
  const [before] = await ctx.db.select().from(surveys).where(own).for("no key update");
  if (!before) throw notFound("survey");
  if (seen && before.updatedAt.getTime() !== seen.getTime()) {
    throw new DomainError("CONFLICT", refusal("surveyChanged"));
  }
  const [survey] = await ctx.db
    .update(surveys)
    .set({ ...given, ...(draft ? { draft: draftToStore(draft, before) } : {}), updatedAt: ctx.now })
    .where(own)
    .returning();
  return survey!;
}
