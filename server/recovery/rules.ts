import { tz } from "@date-fns/tz";
import { addDays, isWeekend, setHours, startOfDay } from "date-fns";
import type { outboundMails, recoveryAnswers, recoveryChecks } from "#db/schema/index.ts";

export type RecoveryAnswer = (typeof recoveryAnswers.$inferSelect)["answer"];
export type Cancellation = NonNullable<(typeof recoveryChecks.$inferSelect)["cancelledBecause"]>;

/** For how long the question can be answered, and the answer changed, in days. */
const linkDays = 30;

/** No check within so many days after another question to the same customer. */
export const apartDays = 7;

/** A check that should have gone out so many days ago, while nothing was sent here, is not sent any more. */
const tooLateDays = 7;

const hourOfDay = 9;
const dayMs = 86_400_000;

/**
 * When the customer of a case that is closed at `closedAt` is asked: at nine, `days` later by the calendar of
 * `timezone` (IANA name), on the Monday after when that is a weekend.
 */
export function checkDueAt(closedAt: Date, days: number, timezone: string): Date {
  const local = tz(timezone);
  let day = startOfDay(addDays(closedAt, days, { in: local }), { in: local });
  while (isWeekend(day, { in: local })) day = startOfDay(addDays(day, 1, { in: local }), { in: local });
  return new Date(setHours(day, hourOfDay, { in: local }).getTime());
}

/** What may stand against asking a customer. */
export type CustomerFacts = {
  hasAddress: boolean;
  /** They want no questions, or not now, or no mail reaches them. */
  stopped: boolean;
  /** They withdrew the answer that the case is about. */
  withdrawn: boolean;
  /** A question, or one that reminds of it, is on its way to them or went out lately. */
  askedOtherwise: boolean;
  /** They were asked lately whether another case is solved. */
  checkedLately: boolean;
};

/** Why a customer must not be asked whether a case is solved, or null. */
export function obstacleOf(facts: CustomerFacts): Cancellation | null {
  if (!facts.hasAddress) return "no_address";
  if (facts.stopped) return "stopped";
  if (facts.withdrawn) return "withdrawn";
  if (facts.checkedLately) return "checked_lately";
  return facts.askedOtherwise ? "asked_otherwise" : null;
}

/** Whether a check that was due at `dueAt` has been forgotten for too long. */
export function isTooLate(dueAt: Date, now: Date): boolean {
  return now.getTime() - dueAt.getTime() > tooLateDays * dayMs;
}

/** Until when a check that is asked at `askedAt` can be answered. */
export const expiryOf = (askedAt: Date): Date => new Date(askedAt.getTime() + linkDays * dayMs);

type CheckFacts = Pick<
  typeof recoveryChecks.$inferSelect,
  "askedAt" | "expiresAt" | "cancelledAt" | "cancelledBecause"
> & { answered: boolean; mail: (typeof outboundMails.$inferSelect)["state"] | null };

export type CheckState =
  | { kind: "planned" | "asked" | "answered" | "expired" | "undelivered" }
  | { kind: "cancelled"; because: Cancellation };

/**
 * How it stands with a check at `now`, from what is known of it: planned, then asked, then answered, or nothing came
 * until it expired; called off or stopped on its way; never two of these.
 */
export function checkStateOf(check: CheckFacts, now: Date): CheckState {
  if (check.answered) return { kind: "answered" };
  if (check.cancelledBecause) return { kind: "cancelled", because: check.cancelledBecause };
  if (!check.askedAt || !check.expiresAt) return { kind: "planned" };
  if (check.mail === "suppressed") return { kind: "cancelled", because: "stopped" };
  if (check.mail === "failed" || check.mail === "cancelled") return { kind: "undelivered" };
  return { kind: check.expiresAt <= now ? "expired" : "asked" };
}
