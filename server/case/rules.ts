export type CaseState = "open" | "waiting" | "snoozed" | "closed";

type AnswerFacts = {
  evidence: "confirmed" | "evidenced" | "released" | "imported";
  withdrawnAt: Date | null;
  caseExists: boolean;
  /** Whether the rule that decides about it opens a case; null where none fits. */
  opens: boolean | null;
};

export type OpenDecision =
  | { open: true }
  | {
      open: false;
      because: "no_rule" | "rule" | "withdrawn" | "gone" | "nobody_known" | "past_answer" | "already_open";
    };

/** Whether an answer opens a case: where the rules say so, once, when a person is known to have given it now. */
export function decideToOpen(answer: AnswerFacts): OpenDecision {
  if (answer.withdrawnAt) return { open: false, because: "withdrawn" };
  if (answer.caseExists) return { open: false, because: "already_open" };
  if (answer.evidence === "imported") return { open: false, because: "past_answer" };
  if (answer.opens) return { open: true };
  return { open: false, because: answer.opens === null ? "no_rule" : "rule" };
}

export type Clock =
  | { kind: "due"; minutes: number }
  | { kind: "soon"; minutes: number }
  | { kind: "overdue"; minutes: number }
  | { kind: "owed"; minutes: number }
  | { kind: "paused" }
  | { kind: "asleep" }
  | { kind: "done" };

/** What the clock of a case is read from. `soonAt` is null in cases opened before it was kept. */
export type ClockFacts = {
  state: CaseState;
  openedAt: Date;
  dueAt: Date;
  soonAt: Date | null;
  firstReplyAt: Date | null;
  /** Set once `dueAt` is that of a later answer than the first reply. */
  firstDueAt: Date | null;
  /** Since when it needs us again, if it does. */
  needsSince: Date | null;
  needsBecause: string | null;
};

/**
 * Whether the due time is that of the answer we owe now: the first one, or a later one for which it was counted. A case that
 * had its answer and is back from a snooze has none.
 */
export const isTimed = (one: Pick<ClockFacts, "firstReplyAt" | "firstDueAt" | "needsBecause">): boolean =>
  one.firstReplyAt === null || (one.firstDueAt !== null && one.needsBecause !== "snooze_over");

/**
 * What the clock of a case says at `now`, in minutes by the clocks on the wall: due, soon (three quarters of the working
 * time are gone) or overdue, before the first reply in a snoozed case too; owed for so long where it is our turn without
 * a due time; paused while we wait for the customer, asleep while it is snoozed, done when it is closed.
 */
export function clockOf(one: ClockFacts, now: Date): Clock {
  if (one.state === "closed") return { kind: "done" };
  if (one.state === "waiting") return { kind: "paused" };
  if (one.firstReplyAt && one.state === "snoozed") return { kind: "asleep" };
  if (one.firstReplyAt && !isTimed(one)) {
    const since = one.needsSince ?? one.firstReplyAt;
    return { kind: "owed", minutes: Math.max(0, Math.round((now.getTime() - since.getTime()) / 60_000)) };
  }
  const minutes = Math.round((one.dueAt.getTime() - now.getTime()) / 60_000);
  if (minutes < 0) return { kind: "overdue", minutes: -minutes };
  const soonAt = one.soonAt ?? new Date((one.openedAt.getTime() + 3 * one.dueAt.getTime()) / 4);
  return { kind: now >= soonAt ? "soon" : "due", minutes };
}

/** Whether we owe an answer that has a due time, in time or not. */
export const isOwed = (clock: Clock): clock is Extract<Clock, { kind: "due" | "soon" | "overdue" }> =>
  clock.kind === "due" || clock.kind === "soon" || clock.kind === "overdue";

/** Whether mail that came in wakes its case: the customer's own words do; a machine's, a stranger's and those of a loop do not. */
export function wakesCase(mail: { automatic: boolean; knownSender: boolean; looped: boolean }): boolean {
  return !mail.automatic && mail.knownSender && !mail.looped;
}

/** How many mails the case has had from this one's sender, and how often this one has come by here. */
export type LoopFacts = {
  /** It is a mail of ours, come back. */
  ours: boolean;
  inTenMinutes: number;
  inHour: number;
  /** Servers of ours it passed and mails of ours it names. */
  passes: number;
};

/**
 * Whether a mail that came in is one of a loop (RELIABILITY.md F4), which is kept and does nothing: more than ten of its
 * sender in ten minutes, more than twenty in an hour, one of ours, or one that came by more than 25 times.
 */
export function isLoop(facts: LoopFacts): boolean {
  return facts.ours || facts.inTenMinutes >= 10 || facts.inHour >= 20 || facts.passes > 25;
}

/** Why a colleague's reply, written in their own mail program, does not go to the customer. */
export type NotSent =
  | "unverified"
  | "not_allowed"
  | "erased"
  | "empty"
  | "quoted"
  | "files"
  | "closed"
  | "newer"
  | "refused";

type ColleagueMail = {
  /** Whom the mail that is replied to told, as they may act by now; null when they work here no longer. */
  actor: { email: string; role: "viewer" | "agent" | "manager" | "admin" } | null;
  /** Who wrote it beyond doubt. */
  proven: string | null;
  fromAddress: string;
  recipients: string[];
  /** The address it came in by, which only they know. */
  sentTo: string;
  text: string;
};

/** Whether a mail is a colleague's own reply: theirs by proof, openly to the address they were given, and with words in it. */
export function whyNotSent(mail: ColleagueMail): "unverified" | "not_allowed" | "empty" | null {
  const { actor, proven, fromAddress, recipients, sentTo, text } = mail;
  if (!actor) return "not_allowed";
  const theirs = proven === fromAddress && proven === actor.email.toLowerCase();
  if (!theirs || !recipients.includes(sentTo.toLowerCase())) return "unverified";
  if (actor.role === "viewer") return "not_allowed";
  return text.trim() === "" ? "empty" : null;
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
 * What happens next with an answer, in truth: nothing is promised that no case stands for. `one` is null while none
 * is open; one that the answer will open is due at `wouldBeDueAt`, null when it will open none. Null when nobody has to
 * do anything.
 */
export function nextStepOf(
  answer: { withdrawnAt: Date | null; contactBy: "email" | "phone" | null; contactPhone: string | null },
  one: AnsweredCase | null,
  at: { now: Date; wouldBeDueAt: Date | null },
): NextStep | null {
  if (answer.withdrawnAt) return null;
  if (one?.state === "closed") return one.closedAt && { kind: "closed", at: one.closedAt };
  if (one?.firstReplyAt) return { kind: "replied" };
  const who = one?.assignee ?? null;
  const by = one?.dueAt ?? at.wouldBeDueAt;
  if (!by) return null;
  if (by <= at.now) return { kind: "late", who };
  if (answer.contactPhone) return { kind: "call", who, by, phone: answer.contactPhone };
  return { kind: answer.contactBy === "email" ? "write" : "look", who, by };
}

/** First replies are told of so many cases of a period, the newest ones: more would say the same and cost more. */
export const mostTold = 1_000;
