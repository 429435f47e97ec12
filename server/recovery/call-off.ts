import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { cancelChecks } from "./cancel.ts";
import type { OfCase } from "./schema.ts";

/**
 * Calls off the question whether a case is solved, as long as it has not left.
 * @throws CONFLICT when there is none that could be called off, in a case of another workspace too.
 */
export async function callOffCheck(ctx: Ctx, input: OfCase): Promise<{ calledOff: number }> {
  const calledOff = await cancelChecks(ctx, { caseId: input.caseId, because: "called_off" });
  if (calledOff === 0) throw new DomainError("CONFLICT", refusal("questionNone"));
  ctx.nudge("cases", input.caseId);
  return { calledOff };
}
