const units = [
  { unit: "days", ms: 86_400_000 },
  { unit: "hours", ms: 3_600_000 },
  { unit: "minutes", ms: 60_000 },
  { unit: "seconds", ms: 1_000 },
] as const;

/** The time from one moment to a later one, in whole units of the largest kind of which there are two. */
export function timeBetween(from: Date, to: Date): { unit: (typeof units)[number]["unit"]; n: number } {
  const ms = to.getTime() - from.getTime();
  const { unit, ms: length } = units.find((one) => ms >= 2 * one.ms) ?? units[3];
  return { unit, n: Math.floor(ms / length) };
}

/** What was seen of the links of one invitation. */
export type Trace = {
  /** Each score that a link asked for, once. */
  requested: readonly number[];
  decoyAt: Date | null;
  gestureAt: Date | null;
  visibleMs: number;
  /** When the mail was handed over, the last time before the gesture; null when that is not known. */
  handedOverAt: Date | null;
};

/** Why an answer that was not sent is not counted. */
export type Doubt =
  | "no_gesture"
  | "too_brief"
  | "too_soon"
  | "many_scores"
  | "decoy_followed"
  | "confirmed_only";

/** Whether it is clear which number is meant: one was asked for, or a person was seen with one chosen on the page. */
export function isOneScore({ requested, gestureAt }: Pick<Trace, "requested" | "gestureAt">): boolean {
  return requested.length === 1 || gestureAt !== null;
}

/** How long a page must have been visible, in milliseconds. */
export const leastVisibleMs = 2_000;
/** How long after a mail was handed over the scanners of the receiving side are at work, in milliseconds. */
const scannersAtWorkMs = 60_000;

/**
 * What speaks against counting an answer that was chosen but not sent; nothing does when a person was seen to act
 * on a page that had been visible for two seconds, more than a minute after the mail was handed over, of a link
 * that was the only one opened (RELIABILITY.md 2.1).
 *
 * @param confirmedOnly whether the workspace counts only what was sent
 */
export function doubtsAbout(trace: Trace, confirmedOnly: boolean): Doubt[] {
  const { gestureAt, handedOverAt, visibleMs, requested, decoyAt } = trace;
  const waited = gestureAt && handedOverAt ? gestureAt.getTime() - handedOverAt.getTime() : 0;
  const doubts: [Doubt, boolean][] = [
    ["decoy_followed", decoyAt !== null],
    ["many_scores", requested.length !== 1],
    ["no_gesture", gestureAt === null],
    ["too_brief", gestureAt !== null && visibleMs < leastVisibleMs],
    ["too_soon", gestureAt !== null && waited <= scannersAtWorkMs],
    ["confirmed_only", confirmedOnly],
  ];
  return doubts.filter(([, holds]) => holds).map(([doubt]) => doubt);
}
