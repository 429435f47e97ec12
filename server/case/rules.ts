import { tz } from "@date-fns/tz";
import { addDays, isWeekend, startOfDay } from "date-fns";
import { groupOf } from "#server/nps/groups.ts";

export type CaseState = "open" | "waiting" | "snoozed" | "closed";

type AnswerFacts = {
  score: number;
  evidence: "confirmed" | "evidenced" | "provisional" | "imported";
  caseExists: boolean;
};

export type OpenDecision =
  | { open: true }
  | { open: false; because: "not_a_detractor" | "not_confirmed" | "past_answer" | "already_open" };

/** Whether an answer opens a case: a detractor's does, once, when a person is known to have given it now. */
export function decideToOpen(answer: AnswerFacts): OpenDecision {
  if (answer.caseExists) return { open: false, because: "already_open" };
  if (answer.evidence === "imported") return { open: false, because: "past_answer" };
  if (answer.evidence === "provisional") return { open: false, because: "not_confirmed" };
  return groupOf(answer.score) === "detractor" ? { open: true } : { open: false, because: "not_a_detractor" };
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
  | { kind: "paused" }
  | { kind: "done" };

/**
 * What the clock of a case says at `now`, in minutes: due, soon (three quarters of the time are gone),
 * overdue, paused while the customer is asked, done once somebody replied or it is closed.
 */
export function clockOf(
  one: { state: CaseState; openedAt: Date; dueAt: Date; firstReplyAt: Date | null },
  now: Date,
): Clock {
  if (one.state === "closed" || (one.firstReplyAt && one.state !== "waiting")) return { kind: "done" };
  if (one.state === "waiting") return { kind: "paused" };
  const minutes = Math.round((one.dueAt.getTime() - now.getTime()) / 60_000);
  if (minutes < 0) return { kind: "overdue", minutes: -minutes };
  const gone = (now.getTime() - one.openedAt.getTime()) / (one.dueAt.getTime() - one.openedAt.getTime());
  return { kind: gone >= 0.75 ? "soon" : "due", minutes };
}

/** The state a case takes when mail comes in: the customer's own words wake it, a machine's do not. */
export function stateAfterMail(
  state: CaseState,
  mail: { automatic: boolean; knownSender: boolean },
): CaseState {
  return mail.automatic || !mail.knownSender ? state : "open";
}

/** Whether `employee`, the name or address on a contact, means this colleague. */
export function isEmployee(employee: string, member: { name: string; email: string }): boolean {
  const wanted = employee.trim().toLowerCase();
  return (
    wanted !== "" && (member.email.toLowerCase() === wanted || member.name.trim().toLowerCase() === wanted)
  );
}
