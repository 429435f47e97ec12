import { describe, expect, it } from "vitest";
import { type Answer, offBecause, outcomeOf, retryDelay } from "./rules.ts";

const now = new Date("2026-11-23T09:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const answered = (status: number | null, retryAfterSeconds: number | null = null): Answer => ({
  ...{ status, text: "", retryAfterSeconds },
});
const became = (answer: Answer, attempts = 1, firstTriedAt: Date | null = now) =>
  outcomeOf({ attempts, firstTriedAt }, answer, now, 0.5);

describe("what becomes of a chat message", () => {
  it.each([200, 202, 204])("%i: it has arrived", (status) => {
    expect(became(answered(status))).toEqual({ state: "sent" });
  });
  it.each([400, 404, 410, 413])("%i: it never will", (status) => {
    expect(became(answered(status))).toEqual({ state: "failed" });
  });
  it.each([null, 301, 302, 401, 403, 408, 418, 500, 502, 503])("%s: it is tried again", (status) => {
    expect(became(answered(status))).toEqual({ state: "deferred", again: 30, patience: false });
  });
  it("429: it waits as long as it is asked to, within reason, and so does its channel", () => {
    expect(became(answered(429, 600))).toEqual({ state: "deferred", again: 600, patience: true });
    expect(became(answered(429))).toEqual({ state: "deferred", again: 30, patience: true });
    expect(became(answered(429, 999_999))).toMatchObject({ again: 12 * 3_600 });
  });
  it("it is given up after a day", () => {
    expect(became(answered(500), 9, ago(19))).toMatchObject({ state: "deferred" });
    expect(became(answered(500), 9, ago(21))).toEqual({ state: "failed" });
  });
  it("tries come ever more seldom, and never all at the same time", () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 20].map((attempt) => retryDelay(attempt, 0.5));
    expect(delays).toEqual([30, 90, 270, 810, 2_430, 7_290, 14_400, 14_400]);
    expect([retryDelay(1, 0), retryDelay(1, 0.999)].map(Math.round)).toEqual([24, 36]);
  });
});

describe("a channel is switched off", () => {
  it("when its webhook is gone, or when nothing has arrived for three days", () => {
    expect(offBecause({ failingSince: null }, answered(410), now)).toBe("gone");
    expect(offBecause({ failingSince: null }, answered(404), now)).toBe("gone");
    expect(offBecause({ failingSince: null }, answered(500), now)).toBeNull();
    expect(offBecause({ failingSince: ago(71) }, answered(500), now)).toBeNull();
    expect(offBecause({ failingSince: ago(72) }, answered(null), now)).toBe("failing");
  });
});
