import { zOf } from "./uncertainty.ts";

/** How a test ends: at one look at its end, or at the first of five that shows a difference. */
export type StopRule = "fixed" | "pocock";

/** How often each rule looks at the result. */
export const looksOf: Record<StopRule, number> = { fixed: 1, pocock: 5 };

/**
 * The |z| from which a look shows a difference, so that no difference is seen where there is none in 5 % of the tests
 * at most, however many looks were taken. Source: Pocock (1977), Biometrika 64, 191–199; STATS.md 3.
 */
export const boundOf: Record<StopRule, number> = { fixed: zOf(95), pocock: 2.4132 };

/** Which look it is time for, from 1 on, `passed` (0 to 1) of the test's time having gone by; 0 before the first. */
export function lookAt(rule: StopRule, passed: number): number {
  return Math.min(looksOf[rule], Math.floor(passed * looksOf[rule] + 1e-9));
}
