import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  brakeOf,
  classifyFailure,
  type Failure,
  giveUpAfterHours,
  outcomeOf,
  retryDelay,
  type TriedMail,
} from "./rules.ts";

const failure = (over: Partial<Failure>): Failure => ({ text: "", dataStarted: false, ...over });
const refusal = (command: string, text: string, dataStarted = false): Failure =>
  failure({ code: "EENVELOPE", command, responseCode: Number(text.slice(0, 3)), text, dataStarted });

describe("whose trouble a failure is", () => {
  it.each([
    ["the server cannot be reached", failure({ code: "ESOCKET", command: "CONN" }), "transport"],
    ["it takes too long", failure({ code: "ETIMEDOUT" }), "transport"],
    ["TLS does not work", failure({ code: "ETLS", command: "CONN" }), "transport"],
    [
      "we may not sign in",
      failure({ code: "EAUTH", command: "AUTH PLAIN", responseCode: 535, text: "535 5.7.8" }),
      "transport",
    ],
    ["the greeting is a refusal", refusal("CONN", "554 no service"), "transport"],
    ["the service closes", refusal("MAIL FROM", "421 4.3.2 closing"), "domain"],
    ["the receiver slows us down", refusal("RCPT TO", "450 4.7.1 greylisted"), "domain"],
    ["the mailbox is full for now", refusal("RCPT TO", "452 4.2.2 full"), "message-temporary"],
    ["the message is put off", refusal("DATA", "451 4.3.0 later", true), "message-temporary"],
    ["nobody has this address", refusal("RCPT TO", "550 5.1.1 no such user"), "message-permanent"],
    ["the recipient is refused for policy", refusal("RCPT TO", "550 5.7.1 not allowed"), "policy"],
    ["the sender is refused", refusal("MAIL FROM", "553 5.1.8 sender refused"), "policy"],
    ["the content is refused", refusal("DATA", "550 5.7.26 unauthenticated", true), "policy"],
    ["the 250 never came", failure({ code: "ECONNECTION", dataStarted: true }), "doubt"],
    ["the address cannot be written", failure({ code: "EENVELOPE", command: "API" }), "message-permanent"],
  ] as const)("%s", (_, given, kind) => {
    expect(classifyFailure(given)).toBe(kind);
  });
});

const now = new Date("2026-11-23T09:00:00Z");
const tried = (over: Partial<TriedMail> = {}): TriedMail => ({
  kind: "invitation",
  attempts: 1,
  doubts: 0,
  firstTriedAt: now,
  ...over,
});
const busy = refusal("RCPT TO", "450 4.2.0 busy");

describe("the wait until the next try", () => {
  it("is one to five minutes at first, grows, and stays within four hours and 20 %", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, chance) => {
          const delay = retryDelay("message-temporary", attempt, chance);
          expect(delay).toBeLessThanOrEqual(4 * 3600);
          if (attempt === 1) expect(delay).toBeGreaterThanOrEqual(60);
          if (attempt === 1) expect(delay).toBeLessThanOrEqual(300);
          const middle = retryDelay("message-temporary", attempt, 0.5);
          expect(Math.abs(delay / middle - 1)).toBeLessThanOrEqual(0.2 + 1e-9);
          expect(retryDelay("message-temporary", attempt + 1, 0.5)).toBeGreaterThanOrEqual(middle);
        },
      ),
    );
  });
});

describe("the brake", () => {
  it.each([
    [{ sent: 199, hardBounces: 199, complaints: 199 }, null],
    [{ sent: 200, hardBounces: 9, complaints: 0 }, null],
    [{ sent: 200, hardBounces: 10, complaints: 0 }, "bounces"],
    [{ sent: 1000, hardBounces: 0, complaints: 1 }, "complaints"],
    [{ sent: 1001, hardBounces: 50, complaints: 1 }, null],
  ] as const)("given %j says %s", (returns, because) => {
    expect(brakeOf(returns)).toBe(because);
  });
});

describe("what becomes of a mail", () => {
  it("that was put off is tried again until its time is over, then failed with the reason", () => {
    expect(outcomeOf(tried(), busy, now, 0.5)).toMatchObject({ state: "deferred", again: 120, doubt: false });
    for (const kind of ["invitation", "case_reply"] as const) {
      const hours = giveUpAfterHours[kind];
      const since = (h: number) =>
        tried({ kind, attempts: 9, firstTriedAt: new Date(now.getTime() - h * 3_600_000) });
      expect(outcomeOf(since(hours - 5), busy, now, 0.5).state).toBe("deferred");
      expect(outcomeOf(since(hours), busy, now, 0.5)).toMatchObject({ state: "failed", status: 450 });
    }
    expect(giveUpAfterHours).toMatchObject({ invitation: 72, case_reply: 120 });
  });

  it("that was refused is failed at once", () => {
    expect(outcomeOf(tried(), refusal("RCPT TO", "550 5.1.1 gone"), now, 0.5)).toEqual({
      state: "failed",
      status: 550,
      text: "550 5.1.1 gone",
    });
  });

  it("that may have arrived is sent once more and then left in doubt", () => {
    const lost = failure({ code: "ECONNECTION", text: "lost", dataStarted: true });
    expect(outcomeOf(tried(), lost, now, 0.5)).toMatchObject({ state: "deferred", doubt: true });
    expect(outcomeOf(tried({ doubts: 1 }), lost, now, 0.5)).toMatchObject({ state: "in_doubt" });
  });
});
