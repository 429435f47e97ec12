import { typed } from "#app/_form/problems.ts";
import { grounds } from "#server/legal/rules.ts";

/** What GroundFields hold in a form; null for the workspace's ground. */
export function typedGround(form: FormData) {
  const legalGround = grounds.find((ground) => ground === typed(form, "legalGround"));
  if (!legalGround) return null;
  return {
    legalGround,
    groundSource: typed(form, "groundSource"),
    consentedAt: typed(form, "consentedAt") || null,
  };
}
