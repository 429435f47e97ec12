import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockOf, decideToOpen, dueAt, isEmployee, stateAfterMail } from "./rules.ts";

describe("opening a case", () => {
  const answer = { score: 3, evidence: "confirmed" as const, caseExists: false };

  it("happens for detractors only", () => {
    for (let score = 0; score <= 10; score++) {
      expect(decideToOpen({ ...answer, score }).open).toBe(score <= 6);
    }
  });

  it("happens once, and never for past or unconfirmed answers", () => {
    expect(decideToOpen({ ...answer, caseExists: true })).toEqual({ open: false, because: "already_open" });
    expect(decideToOpen({ ...answer, evidence: "imported" })).toEqual({
      open: false,
      because: "past_answer",
    });
    expect(decideToOpen({ ...answer, evidence: "provisional" })).toEqual({
      open: false,
      because: "not_confirmed",
    });
  });
});

describe("the due time", () => {
  const copenhagen = "Europe/Copenhagen";

  it("is 24 hours later within the week", () => {
    expect(dueAt(new Date("2026-11-23T09:00:00Z"), 24, copenhagen)).toEqual(new Date("2026-11-24T09:00:00Z"));
  });

  it("leaves out Saturday and Sunday of the workspace's time zone", () => {
    expect(dueAt(new Date("2026-11-27T15:00:00Z"), 24, copenhagen)).toEqual(new Date("2026-11-30T15:00:00Z"));
    expect(dueAt(new Date("2026-11-28T12:00:00Z"), 23, copenhagen)).toEqual(new Date("2026-11-30T22:00:00Z"));
  });

  it("keeps its hours when the clocks change at the weekend", () => {
    expect(dueAt(new Date("2026-10-23T12:00:00Z"), 24, copenhagen)).toEqual(new Date("2026-10-26T13:00:00Z"));
  });

  it("is never on a weekend and never earlier than its hours", () => {
    const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 200 }), (openedAt, hours) => {
        const due = dueAt(openedAt, hours, "UTC");
        expect(due.getTime() - openedAt.getTime()).toBeGreaterThanOrEqual(hours * 3_600_000);
        expect([0, 6]).not.toContain(due.getUTCDay());
      }),
    );
  });
});

describe("the clock", () => {
  const opened = new Date("2026-11-23T09:00:00Z");
  const one = {
    state: "open" as const,
    openedAt: opened,
    dueAt: new Date("2026-11-24T09:00:00Z"),
    firstReplyAt: null,
  };
  const later = (hours: number) => new Date(opened.getTime() + hours * 3_600_000);

  it("goes from due to due soon at three quarters, to overdue", () => {
    expect(clockOf(one, later(1))).toEqual({ kind: "due", minutes: 23 * 60 });
    expect(clockOf(one, later(18))).toEqual({ kind: "soon", minutes: 6 * 60 });
    expect(clockOf(one, later(25))).toEqual({ kind: "overdue", minutes: 60 });
  });

  it("is paused while the customer is asked, and done after the first reply", () => {
    expect(clockOf({ ...one, state: "waiting" }, later(30))).toEqual({ kind: "paused" });
    expect(clockOf({ ...one, firstReplyAt: later(2) }, later(30))).toEqual({ kind: "done" });
    expect(clockOf({ ...one, state: "closed" }, later(30))).toEqual({ kind: "done" });
  });
});

it("a machine's mail and a stranger's wake nothing", () => {
  expect(stateAfterMail("closed", { automatic: false, knownSender: true })).toBe("open");
  expect(stateAfterMail("waiting", { automatic: false, knownSender: true })).toBe("open");
  expect(stateAfterMail("closed", { automatic: true, knownSender: true })).toBe("closed");
  expect(stateAfterMail("waiting", { automatic: false, knownSender: false })).toBe("waiting");
});

it("an employee is known by address or name, whatever the case of the letters", () => {
  const bo = { name: "Bo Friis", email: "bo@fjordline.example" };
  expect(isEmployee("BO@fjordline.example ", bo)).toBe(true);
  expect(isEmployee("bo friis", bo)).toBe(true);
  expect(isEmployee("Bo", bo)).toBe(false);
  expect(isEmployee("", { name: "", email: "" })).toBe(false);
});
