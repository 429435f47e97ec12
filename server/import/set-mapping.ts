import { and, eq } from "drizzle-orm";
import { imports, surveys } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { mappingProblem } from "./guess-mapping.ts";
import { requireImport } from "./queries.ts";
import type { SetMapping } from "./schema.ts";

/**
 * Keeps what the columns hold, chosen by a person.
 * @throws INVALID when a needed column is missing or chosen twice, or the survey is not here; CONFLICT once the import has begun.
 */
export async function setMapping(ctx: Ctx, input: SetMapping): Promise<{ id: string }> {
  const { kind, state, mapping } = await requireImport(ctx, input.importId);
  if (state !== "uploaded" && state !== "failed") throw new DomainError("CONFLICT", refusal("importBegun"));
  const whole = { ...mapping, ...input.mapping };
  const problem = mappingProblem(whole, kind);
  if (problem) throw invalid("mapping", problem);
  if (input.surveyId) await requireSurvey(ctx, input.surveyId);
  await ctx.db
    .update(imports)
    .set({
      mapping: whole,
      surveyId: input.surveyId ?? null,
      legalGround: input.ground?.legalGround ?? null,
      groundSource: input.ground?.groundSource || null,
      consentedAt: input.ground?.consentedAt ? new Date(input.ground.consentedAt) : null,
    })
    .where(and(eq(imports.workspaceId, ctx.workspaceId), eq(imports.id, input.importId)));
  return { id: input.importId };
}

async function requireSurvey(ctx: Ctx, surveyId: string): Promise<void> {
  const [survey] = await ctx.db
    .select({ id: surveys.id })
    .from(surveys)
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, surveyId)));
  if (!survey) throw invalid("surveyId", refusal("surveyGone"));
}
