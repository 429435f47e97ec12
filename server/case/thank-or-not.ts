import type { responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { Rule } from "#server/rule/queries.ts";
import { leaveThanksOut } from "#server/thanks/leave-out.ts";
import { planThanks } from "#server/thanks/plan.ts";
import type { OpenDecision } from "./rules.ts";

/**
 * Plans the thanks for an answer that opens no case by a rule that thanks, and leaves them out where that is no longer so:
 * the answer has changed or was withdrawn, or it has a case now.
 */
export async function thankOrNot(
  ctx: Ctx,
  { id: responseId, updatedAt }: Pick<typeof responses.$inferSelect, "id" | "updatedAt">,
  decision: OpenDecision,
  rule: Rule | null,
): Promise<void> {
  if (!decision.open && decision.because === "rule" && rule?.actions.thanks)
    return planThanks(ctx, { responseId, rule, changedAt: updatedAt });
  const because = decision.open ? "needs_us" : reasons[decision.because];
  await leaveThanksOut(ctx, { responseId, because: because ?? "changed" });
}

const reasons: { [Because in Exclude<OpenDecision, { open: true }>["because"]]?: "needs_us" | "withdrawn" } =
  {
    already_open: "needs_us",
    withdrawn: "withdrawn",
  };
