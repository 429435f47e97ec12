import type { cases } from "#db/schema/index.ts";
import { type CaseState, isTimed } from "./rules.ts";

type Case = typeof cases.$inferSelect;
type NeedsBecause = NonNullable<Case["needsBecause"]>;
type Needs = Pick<Case, "needsSince" | "needsBecause">;

/** What decides where a case stands in the queue. */
type Urgent = Pick<Case, "id" | "state" | "firstReplyAt" | "firstDueAt" | "needsSince" | "needsBecause"> &
  Pick<Case, "dueAt" | "soonAt" | "pressedAt" | "promiseFellAt" | "worth">;

/** Whose turn a case is, ours first. The queue's order begins with it. */
export const turns = ["promised", "open", "waiting", "snoozed", "closed"] as const;

/** A promise that has fallen due makes a case ours before any other, even where its customer is to write next. */
const isPromised = ({ state, promiseFellAt }: Pick<Case, "state" | "promiseFellAt">): boolean =>
  promiseFellAt !== null && (state === "open" || state === "waiting");

const turnOf = (one: Urgent): number => turns.indexOf(isPromised(one) ? "promised" : one.state);

/**
 * By when we owe a case something: what was promised on its day, an answer when it is due, the first or a later one. Where
 * no due time was counted for a later one, or a case that had its answer is back from a snooze, it is owed since then.
 */
function owedAt(one: Urgent): Date {
  if (isPromised(one)) return one.promiseFellAt!;
  return isTimed(one) ? one.dueAt : (one.needsSince ?? one.dueAt);
}

/** The most that a customer can be worth, in whole units. */
export const mostWorth = 1e15;

/**
 * 0 where only the time decides: once an answer is due soon, and everywhere if the workspace does not say what customers
 * are worth. Else the smaller the more its customer is worth.
 */
function leewayOf(one: Urgent): number {
  const { state, worth, soonAt, pressedAt } = one;
  if (state !== "open" || isPromised(one) || worth === null || soonAt === null || !isTimed(one)) return 0;
  return pressedAt?.getTime() === soonAt.getTime() ? 0 : mostWorth + 1 - worth;
}

/**
 * Negative when `a` needs us before `b` does: by whose turn it is, then what is due soon or overdue by when it is owed, then
 * what has time yet by what the customer is worth, and by when it is owed; never 0 for two cases.
 */
export function compareUrgency(a: Urgent, b: Urgent): number {
  const turn = turnOf(a) - turnOf(b);
  const leeway = leewayOf(a) - leewayOf(b);
  const owed = owedAt(a).getTime() - owedAt(b).getTime();
  return turn || leeway || owed || (a.id < b.id ? -1 : 1);
}

const fromCustomer: readonly (NeedsBecause | null)[] = ["wrote", "not_solved", "asked"];

/**
 * Since when and why a case needs us, when it becomes ours at `now` for `because`. A customer who waits already has
 * waited since then; what a colleague or the time did does not make them wait anew.
 */
export function needsFrom(one: Needs & { state: CaseState }, because: NeedsBecause, now: Date): Needs {
  const waited = one.state === "open" || one.state === "snoozed";
  const fresh = fromCustomer.includes(because) && !fromCustomer.includes(one.needsBecause);
  if (!waited || !one.needsSince || fresh) return { needsSince: now, needsBecause: because };
  const { needsSince, needsBecause } = one;
  return { needsSince, needsBecause: fromCustomer.includes(because) ? because : needsBecause };
}

/** Why a case stands where it does, with the minutes since. */
type Reason =
  | { kind: NeedsBecause | "wants_mail" | "wants_call" | "unanswered"; minutes: number }
  | { kind: "waiting" | "closed" | "promised" }
  | { kind: "snoozed"; until: Date; firstReply: boolean };

type Reasoned = Needs &
  Pick<Case, "state" | "openedAt" | "firstReplyAt" | "snoozedUntil" | "promiseFellAt"> & {
    contactBy: "email" | "phone" | null;
  };

/**
 * The reason at `now`: a promise that has fallen due, what brought the case back when something did, else how long its
 * customer has heard nothing.
 */
export function reasonOf(one: Reasoned, now: Date): Reason {
  if (isPromised(one)) return { kind: "promised" };
  if (one.state === "closed" || one.state === "waiting") return { kind: one.state };
  if (one.state === "snoozed") {
    return { kind: "snoozed", until: one.snoozedUntil ?? untilReply, firstReply: one.firstReplyAt !== null };
  }
  const minutes = (since: Date) => Math.max(0, Math.round((now.getTime() - since.getTime()) / 60_000));
  const { needsSince, needsBecause, openedAt } = one;
  if (needsSince && needsBecause && (one.firstReplyAt || needsSince > openedAt)) {
    return { kind: needsBecause, minutes: minutes(needsSince) };
  }
  const kind = one.contactBy ? (one.contactBy === "phone" ? "wants_call" : "wants_mail") : "unanswered";
  return { kind, minutes: minutes(openedAt) };
}

/** A snooze that only the customer's reply ends is kept as one until the end of time. */
export const untilReply = new Date("9999-01-01T00:00:00Z");

/** The time a case would still be snoozed until, had its customer not written; null when that was not so, or has passed. */
export function cutShort(one: Pick<Case, "state" | "snoozedUntil">, now: Date): Date | null {
  return one.state === "open" && one.snoozedUntil && one.snoozedUntil > now ? one.snoozedUntil : null;
}
