import type { Ctx } from "#server/context.ts";
import { invalid, notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { recordResponse } from "#server/response/record.ts";
import { markDecided } from "./mark-decided.ts";
import { provisionalTraces } from "./queries.ts";
import { isOneScore } from "./rules.ts";
import type { DecideProvisional } from "./schema.ts";

/**
 * Counts a provisional answer because a member knows that the customer gave it: as of the moment when the link was
 * opened last, with who released it and when. Returns the id of the answer.
 * @throws INVALID when different numbers were opened.
 * @throws NOT_FOUND when it is not provisional any more, or of another workspace.
 */
export async function releaseProvisional(
  ctx: Ctx,
  input: DecideProvisional,
): Promise<{ responseId: string }> {
  const [trace] = await provisionalTraces(ctx, [input.invitationId]);
  if (!trace) throw notFound("provisionalAnswer");
  if (!isOneScore(trace)) {
    throw invalid("invitationId", refusal("numbersDiffer"));
  }
  await markDecided(ctx, input, "released");
  const { invitationNumber, score, lastAt } = trace;
  const recorded = await recordResponse(
    { ...ctx, now: lastAt },
    { invitationNumber, score, comment: "", evidence: "released" },
  );
  if (!("responseId" in recorded)) throw notFound("provisionalAnswer");
  return { responseId: recorded.responseId };
}
