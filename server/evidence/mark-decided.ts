import { and, eq } from "drizzle-orm";
import { answerEvidence } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { provisional } from "./queries.ts";
import type { DecideProvisional } from "./schema.ts";

/**
 * Writes a member's decision, once.
 * @throws NOT_FOUND when there is nothing provisional to decide about.
 */
export async function markDecided(
  ctx: Ctx,
  { invitationId }: DecideProvisional,
  decision: "released" | "discarded",
): Promise<void> {
  const [row] = await ctx.db
    .update(answerEvidence)
    .set({ decision, decidedAt: ctx.now, decidedBy: memberId(ctx.actor) })
    .where(and(provisional(ctx), eq(answerEvidence.invitationId, invitationId)))
    .returning({ id: answerEvidence.invitationId });
  if (!row) throw notFound("provisionalAnswer");
}
