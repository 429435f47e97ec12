import { type Ctx, memberId } from "#server/context.ts";
import { nextVersion } from "./next-version.ts";
import type { SeenRule } from "./schema.ts";

/**
 * Ends a rule: it decides no more and is not listed. The cases that it opened go on saying so.
 * @throws NOT_FOUND for one that is not here or was ended, CONFLICT when it was changed since it was seen.
 */
export async function endRule(ctx: Ctx, seen: SeenRule): Promise<void> {
  const ended = { onAt: null, onBy: null, endedAt: ctx.now, endedBy: memberId(ctx.actor) };
  await nextVersion(ctx, seen, "ended", ended);
}
