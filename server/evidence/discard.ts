import type { Ctx } from "#server/context.ts";
import { markDecided } from "./mark-decided.ts";
import type { DecideProvisional } from "./schema.ts";

/**
 * Takes a provisional answer off the list, with who did and when. The customer can still answer.
 * @throws NOT_FOUND when it is not provisional any more, or of another workspace.
 */
export async function discardProvisional(ctx: Ctx, input: DecideProvisional): Promise<void> {
  await markDecided(ctx, input, "discarded");
  ctx.nudge("responses", input.invitationId);
}
