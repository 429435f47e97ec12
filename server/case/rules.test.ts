import { describe, expect, it } from "vitest";
import { clockOf, decideToOpen, isLoop, isOwed, nextStepOf, wakesCase, whyNotSent } from "./rules.ts";

describe("opening a case", () => {
  const answer = { evidence: "confirmed" as const, withdrawnAt: null, caseExists: false, opens: true };

  it("happens where a rule says so", () => {
    expect(decideToOpen(answer)).toEqual({ open: true });
    expect(decideToOpen({ ...answer, opens: false })).toEqual({ open: false, because: "rule" });
    expect(decideToOpen({ ...answer, opens: null })).toEqual({ open: false, because: "no_rule" });
  });

  it("happens once, and never for past or unconfirmed answers", () => {
    expect(decideToOpen({ ...answer, caseExists: true })).toEqual({ open: false, because: "already_open" });
    expect(decideToOpen({ ...answer, withdrawnAt: new Date() })).toEqual({
      open: false,
      because: "withdrawn",
    });
    expect(decideToOpen({ ...answer, evidence: "imported" })).toEqual({
      open: false,
      because: "past_answer",
    });
    for (const evidence of ["evidenced", "released"] as const) {
      expect(decideToOpen({ ...answer, evidence })).toEqual({ open: true });
    }
  });
});

describe("the clock", () => {
  const opened = new Date("2026-11-23T09:00:00Z");
  const one = {
    state: "open" as const,
    openedAt: opened,
    dueAt: new Date("2026-11-24T09:00:00Z"),
    soonAt: null,
    firstReplyAt: null,
    needsSince: null,
    firstDueAt: null,
    needsBecause: null,
  };
  const later = (hours: number) => new Date(opened.getTime() + hours * 3_600_000);

  it("goes from due to due soon at three quarters, to overdue", () => {
    expect(clockOf(one, later(1))).toEqual({ kind: "due", minutes: 23 * 60 });
    expect(clockOf(one, later(18))).toEqual({ kind: "soon", minutes: 6 * 60 });
    expect(clockOf(one, later(25))).toEqual({ kind: "overdue", minutes: 60 });
  });

  it("is due soon when three quarters of the working time are gone, whatever the clock on the wall says", () => {
    expect(clockOf({ ...one, soonAt: later(22) }, later(21))).toEqual({ kind: "due", minutes: 3 * 60 });
    expect(clockOf({ ...one, soonAt: later(2) }, later(2))).toEqual({ kind: "soon", minutes: 22 * 60 });
  });

  it("goes on when an answer is owed again", () => {
    const again = {
      ...{ ...one, firstReplyAt: later(2), firstDueAt: one.dueAt },
      ...{ dueAt: later(40), soonAt: later(36) },
    };
    expect(clockOf(again, later(30))).toEqual({ kind: "due", minutes: 10 * 60 });
    expect(clockOf(again, later(41))).toEqual({ kind: "overdue", minutes: 60 });
    expect(clockOf({ ...again, state: "waiting" }, later(41))).toEqual({ kind: "paused" });
  });

  it("is paused while the customer is asked, and done when the case is closed", () => {
    expect(clockOf({ ...one, state: "waiting" }, later(30))).toEqual({ kind: "paused" });
    expect(clockOf({ ...one, state: "closed", firstReplyAt: later(2) }, later(30))).toEqual({ kind: "done" });
  });

  it("says for how long we owe an answer once the customer has written again, or it was opened again", () => {
    const again = { ...one, firstReplyAt: later(2), needsSince: later(27) };
    expect(clockOf(again, later(30))).toEqual({ kind: "owed", minutes: 180 });
    expect(clockOf({ ...again, needsSince: null }, later(3))).toEqual({ kind: "owed", minutes: 60 });
  });

  it("is not overdue in a case that had its answer and is back from a snooze: it says since when", () => {
    const answered = {
      ...{ ...one, firstReplyAt: later(2), firstDueAt: one.dueAt, dueAt: later(40) },
      ...{ needsSince: later(80), needsBecause: "snooze_over" },
    };
    expect(clockOf(answered, later(81))).toEqual({ kind: "owed", minutes: 60 });
    expect(isOwed(clockOf(answered, later(81)))).toBe(false);
    const wrote = { ...answered, needsBecause: "wrote" };
    expect(clockOf(wrote, later(81))).toEqual({ kind: "overdue", minutes: 41 * 60 });
    const unanswered = { ...answered, firstReplyAt: null, firstDueAt: null };
    expect(clockOf(unanswered, later(81))).toMatchObject({ kind: "overdue" });
  });

  it("goes on in a snoozed case until the first reply, and sleeps after it", () => {
    expect(clockOf({ ...one, state: "snoozed" }, later(25))).toEqual({ kind: "overdue", minutes: 60 });
    expect(clockOf({ ...one, state: "snoozed", firstReplyAt: later(2) }, later(25))).toEqual({
      kind: "asleep",
    });
  });
});

it("a machine's mail, a stranger's and one of a loop wake nothing", () => {
  const words = { automatic: false, knownSender: true, looped: false };
  expect(wakesCase(words)).toBe(true);
  for (const not of [{ automatic: true }, { knownSender: false }, { looped: true }])
    expect(wakesCase({ ...words, ...not })).toBe(false);
});

it("a mail is one of a loop when it is ours, or when too many came or it came by too often", () => {
  const quiet = { ours: false, inTenMinutes: 9, inHour: 19, passes: 25 };
  expect(isLoop(quiet)).toBe(false);
  for (const one of [{ ours: true }, { inTenMinutes: 10 }, { inHour: 20 }, { passes: 26 }])
    expect(isLoop({ ...quiet, ...one })).toBe(true);
});

describe("a colleague's reply by mail", () => {
  const sentTo = "n+1ABC.xyz@reply.svar.test";
  const bo = { email: "Bo@fjordline.example", role: "agent" as const };
  const proven = "bo@fjordline.example";
  const mail = {
    actor: bo,
    proven,
    fromAddress: proven,
    recipients: [sentTo.toLowerCase()],
    sentTo,
    text: "Hi",
  };

  it("is sent when it is theirs beyond doubt and says something", () => {
    expect(whyNotSent(mail)).toBeNull();
    expect(whyNotSent({ ...mail, text: " " })).toBe("empty");
  });

  it("is not when somebody else proved to have written it, nobody did, or it was not sent to their address", () => {
    for (const other of [
      { proven: null },
      { proven: "ida@fjordline.example" },
      { proven: "ida@fjordline.example", fromAddress: "ida@fjordline.example" },
      { recipients: [] },
    ])
      expect(whyNotSent({ ...mail, ...other })).toBe("unverified");
  });

  it("is not when they work here no longer or may only look", () => {
    expect(whyNotSent({ ...mail, actor: null })).toBe("not_allowed");
    expect(whyNotSent({ ...mail, actor: { ...bo, role: "viewer" } })).toBe("not_allowed");
  });
});

describe("what happens next, for the customer", () => {
  const given = new Date("2026-11-23T09:00:00Z");
  const at = { now: given, wouldBeDueAt: new Date("2026-11-24T09:00:00Z") };
  const answer = { contactBy: null, contactPhone: null, withdrawnAt: null };
  const by = new Date("2026-11-24T12:00:00Z");
  const one = { state: "open" as const, dueAt: by, firstReplyAt: null, closedAt: null, assignee: "Bo Friis" };

  it("is what the open case says: who, and by when", () => {
    expect(nextStepOf(answer, one, at)).toEqual({ kind: "look", who: "Bo Friis", by });
    expect(nextStepOf({ ...answer, contactBy: "email" }, { ...one, assignee: null }, at)).toEqual({
      kind: "write",
      who: null,
      by,
    });
    expect(nextStepOf({ ...answer, contactBy: "phone", contactPhone: "+45 12 34" }, one, at)).toEqual({
      kind: "call",
      who: "Bo Friis",
      by,
      phone: "+45 12 34",
    });
  });

  it("is, in the moments before the case is opened, what that will say", () => {
    const due = new Date("2026-11-24T09:00:00Z");
    expect(nextStepOf(answer, null, at)).toEqual({ kind: "look", who: null, by: due });
    expect(nextStepOf({ ...answer, contactBy: "email" }, null, at)).toEqual({
      kind: "write",
      who: null,
      by: due,
    });
  });

  it("is nothing where nobody has to do anything, and never a time that is over", () => {
    expect(nextStepOf(answer, null, { ...at, wouldBeDueAt: null })).toBeNull();
    expect(nextStepOf(answer, { ...one, state: "closed", closedAt: given }, at)).toEqual({
      kind: "closed",
      at: given,
    });
    expect(nextStepOf({ ...answer, withdrawnAt: given }, one, at)).toBeNull();
    expect(nextStepOf(answer, { ...one, firstReplyAt: given }, at)).toEqual({ kind: "replied" });
    expect(nextStepOf(answer, one, { ...at, now: by })).toEqual({ kind: "late", who: "Bo Friis" });
  });
});
