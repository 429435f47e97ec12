import { type Ctx, memberId } from "#server/context.ts";
import { nextVersion } from "./next-version.ts";
import type { SeenRule } from "./schema.ts";

/**
 * Lets a rule decide no more; it can be switched on again (saveRule). Cases that it opened stay as they are.
 * @throws NOT_FOUND for one that is not here or was ended, CONFLICT when it was changed since it was seen.
 */
export async function switchRuleOff(ctx: Ctx, seen: SeenRule): Promise<void> {
  const off = { onAt: null, onBy: null, offAt: ctx.now, offBy: memberId(ctx.actor) };
  await nextVersion(ctx, seen, "off", off);
}
