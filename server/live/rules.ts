import { type LiveKind, liveKinds } from "./events.ts";

/** How long changes are kept, and how old a position may be to be gone on from: less, so that no clock matters. */
export const keptMinutes = 15;
const resumableMs = 10 * 60_000;

/** What stood at `seen` of the run `run` of the database server: transactions before `next`, but for the `running` ones. */
type Position = { run: number; moment: number; next: number; running: number };

const form = /^(\d{1,16})\.(\d{1,14})\.(\d{1,15}):(\d{1,15}):((?:\d{1,15}(?:,\d{1,15})*)?)$/;

/** What `svar_position()` wrote (migration 0045), or null when the text is none of its own. */
export function readPosition(text: string): Position | null {
  const parts = form.exec(text);
  if (!parts) return null;
  const [run, moment, first, next] = parts.slice(1, 5).map(Number) as [number, number, number, number];
  const running = parts[5] ? parts[5].split(",").map(Number) : [];
  const inOrder = running.every((one, at) => one >= (running[at - 1] ?? first - 1) + 1 && one < next);
  return first >= 1 && first <= next && inOrder ? { run, moment, next, running: running.length } : null;
}

/** The snapshot in a position, for the database. */
export const snapshotOf = (position: string): string => position.split(".")[2]!;

/** Whether everything that changed since `since` can be told for sure at `now`, by what is kept. */
export function canResume(since: string, now: string): boolean {
  const [then, here] = [readPosition(since), readPosition(now)];
  return (
    then !== null &&
    here?.run === then.run &&
    here.moment - then.moment <= resumableMs &&
    !isLater(since, now)
  );
}

/**
 * Whether a reader at `a` saw more than one at `b`. The snapshots of one run stand in a row: as time passes the
 * next transaction's number only grows, and among the same numbers fewer are still running. What cannot be
 * compared counts as later.
 */
export function isLater(a: string, b: string): boolean {
  const [one, other] = [readPosition(a), readPosition(b)];
  if (!one || !other || one.run !== other.run) return true;
  return one.next > other.next || (one.next === other.next && one.running < other.running);
}

/** What a tab knows: until when it has heard, since when without a gap, and where each kind was told to have changed last. */
export type Known = { from: string; until: string; changed: Partial<Record<LiveKind, string>> };

/** What a page that was read at `position` knows at first. */
export const knownAt = (position: string): Known => ({ from: position, until: position, changed: {} });

/** What is known after a message of the stream; "resync" says that everything may have changed. */
export function hear(known: Known, position: string, changed: readonly LiveKind[] | "resync"): Known {
  if (changed === "resync") return { from: position, until: position, changed: all(position) };
  return learn(known, { from: known.until, until: position, changed: every(changed, position) });
}

/** What is known after another tab of this browser said what it knows; where the two do not join, all may have changed. */
export function learn(mine: Known, theirs: Known): Known {
  if (!areOfOneRun(mine.until, theirs.until) || isLater(theirs.from, mine.until)) {
    return { from: theirs.until, until: theirs.until, changed: all(theirs.until) };
  }
  const changed = { ...mine.changed };
  for (const [kind, at] of Object.entries(theirs.changed) as [LiveKind, string][]) {
    const before = changed[kind];
    if (!before || isLater(at, before)) changed[kind] = at;
  }
  return { ...mine, until: isLater(theirs.until, mine.until) ? theirs.until : mine.until, changed };
}

/** Whether a page that was read at `position` and shows `kinds` may show less than there is. */
export function isStale(position: string, kinds: readonly LiveKind[], known: Known): boolean {
  if (!areOfOneRun(position, known.until)) return true;
  return kinds.some((kind) => {
    const at = known.changed[kind];
    return at !== undefined && isLater(at, position);
  });
}

const areOfOneRun = (a: string, b: string) => {
  const run = readPosition(a)?.run;
  return run !== undefined && run === readPosition(b)?.run;
};

const all = (position: string) => every(liveKinds, position);

const every = (kinds: readonly LiveKind[], position: string): Known["changed"] =>
  Object.fromEntries(kinds.map((kind) => [kind, position]));
