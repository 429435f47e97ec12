import { tz } from "@date-fns/tz";
import { addDays, isWeekend, startOfDay } from "date-fns";
import { groupOf } from "#server/nps/groups.ts";

export type CaseState = "open" | "waiting" | "snoozed" | "closed";

type AnswerFacts = {
  score: number;
  evidence: "confirmed" | "evidenced" | "released" | "imported";
  /** The customer asked to be contacted this way. */
  contactBy: "email" | "phone" | null;
  withdrawnAt: Date | null;
  caseExists: boolean;
};

export type OpenDecision =
  | { open: true }
  | {
      open: false;
      because: "nothing_to_answer" | "withdrawn" | "gone" | "nobody_known" | "past_answer" | "already_open";
    };

/**
 * Whether an answer opens a case: a detractor's does, and that of whoever asks to be contacted, once, when a person is
 * known to have given it now.
 */
export function decideToOpen(answer: AnswerFacts): OpenDecision {
  if (answer.withdrawnAt) return { open: false, because: "withdrawn" };
  if (answer.caseExists) return { open: false, because: "already_open" };
  if (answer.evidence === "imported") return { open: false, because: "past_answer" };
  const wanted = answer.contactBy !== null || groupOf(answer.score) === "detractor";
  return wanted ? { open: true } : { open: false, because: "nothing_to_answer" };
}

const hour = 3_600_000;

/**
 * When the first reply is due: `hours` after `openedAt`, counting only the hours of Monday to Friday in
 * `timezone` (IANA name).
 */
export function dueAt(openedAt: Date, hours: number, timezone: string): Date {
  const local = tz(timezone);
  let at = new Date(openedAt);
  let left = hours * hour;
  while (left > 0) {
    const midnight = new Date(startOfDay(addDays(at, 1, { in: local }), { in: local }).getTime());
    const today = isWeekend(at, { in: local }) ? 0 : midnight.getTime() - at.getTime();
    if (today > left) return new Date(at.getTime() + left);
    left -= today;
    at = midnight;
  }
  return isWeekend(at, { in: local }) ? nextWeekday(at, timezone) : at;
}

function nextWeekday(at: Date, timezone: string): Date {
  const local = tz(timezone);
  let day = at;
  while (isWeekend(day, { in: local })) day = startOfDay(addDays(day, 1, { in: local }), { in: local });
  return new Date(day.getTime());
}

export type Clock =
  | { kind: "due"; minutes: number }
  | { kind: "soon"; minutes: number }
  | { kind: "overdue"; minutes: number }
  | { kind: "owed"; minutes: number }
  | { kind: "paused" }
  | { kind: "asleep" }
  | { kind: "done" };

type Clocked = {
  state: CaseState;
  openedAt: Date;
  dueAt: Date;
  firstReplyAt: Date | null;
  /** Since when it needs us again, if it does. */
  needsSince: Date | null;
};

/**
 * What the clock of a case says at `now`, in minutes. Until the first reply: due, soon (three quarters of the time are
 * gone) or overdue, in a snoozed case too. After it: owed for so long since the case needs us again, paused while the
 * customer is asked, asleep while it is snoozed, done when it is closed.
 */
export function clockOf(one: Clocked, now: Date): Clock {
  if (one.state === "closed") return { kind: "done" };
  if (one.state === "waiting") return { kind: "paused" };
  if (one.firstReplyAt && one.state === "snoozed") return { kind: "asleep" };
  if (one.firstReplyAt) {
    const since = one.needsSince ?? one.firstReplyAt;
    return { kind: "owed", minutes: Math.max(0, Math.round((now.getTime() - since.getTime()) / 60_000)) };
  }
  const minutes = Math.round((one.dueAt.getTime() - now.getTime()) / 60_000);
  if (minutes < 0) return { kind: "overdue", minutes: -minutes };
  const gone = (now.getTime() - one.openedAt.getTime()) / (one.dueAt.getTime() - one.openedAt.getTime());
  return { kind: gone >= 0.75 ? "soon" : "due", minutes };
}

/** Whether mail that came in wakes its case: the customer's own words do, a machine's and a stranger's do not. */
export function wakesCase(mail: { automatic: boolean; knownSender: boolean }): boolean {
  return !mail.automatic && mail.knownSender;
}

/** Whether `employee`, the name or address on a contact, means this colleague. */
export function isEmployee(employee: string, member: { name: string; email: string }): boolean {
  const wanted = employee.trim().toLowerCase();
  return (
    wanted !== "" && (member.email.toLowerCase() === wanted || member.name.trim().toLowerCase() === wanted)
  );
}

/** What a customer who answered may count on: `who` is the case's owner, null while it is nobody's. */
export type NextStep =
  | { kind: "look" | "write"; who: string | null; by: Date }
  | { kind: "call"; who: string | null; by: Date; phone: string }
  | { kind: "late"; who: string | null }
  | { kind: "closed"; at: Date }
  | { kind: "replied" };

type AnsweredCase = {
  state: CaseState;
  dueAt: Date;
  firstReplyAt: Date | null;
  closedAt: Date | null;
  assignee: string | null;
};

/**
 * What happens next with an answer, in truth: nothing is promised that no case stands for. `case` is null while none
 * is open; one that the answer will open is due as that one will be. Null when nobody has to do anything.
 */
export function nextStepOf(
  answer: Omit<AnswerFacts, "caseExists"> & { contactPhone: string | null; updatedAt: Date },
  one: AnsweredCase | null,
  at: { now: Date; hours: number; timezone: string },
): NextStep | null {
  if (answer.withdrawnAt) return null;
  if (!one && !decideToOpen({ ...answer, caseExists: false }).open) return null;
  if (one?.state === "closed") return one.closedAt && { kind: "closed", at: one.closedAt };
  if (one?.firstReplyAt) return { kind: "replied" };
  const who = one?.assignee ?? null;
  const by = one?.dueAt ?? dueAt(answer.updatedAt, at.hours, at.timezone);
  if (by <= at.now) return { kind: "late", who };
  if (answer.contactPhone) return { kind: "call", who, by, phone: answer.contactPhone };
  return { kind: answer.contactBy === "email" ? "write" : "look", who, by };
}

/** First replies are told of so many cases of a period, the newest ones: more would say the same and cost more. */
export const mostTold = 1_000;
