import { describe, expect, it } from "vitest";
import { askAt, isFarAhead } from "./rules.ts";

const now = new Date("2026-11-23T09:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe("when an event is asked about", () => {
  it.each([
    ["a delay ahead", ago(1), 24, ago(-23), false],
    ["a delay that has passed", ago(30), 24, now, false],
    ["an event ahead of us", ago(-2), 1, ago(-3), false],
    ["seven days after the question was due", ago(24 + 168), 24, now, false],
    ["later than seven days", ago(24 + 168.01), 24, now, true],
  ])("is right for %s", (_, occurredAt, delayHours, from, tooOld) => {
    expect(askAt({ occurredAt, delayHours }, now)).toEqual({ from, tooOld });
  });

  it("is not believed more than 90 days ahead", () => {
    expect(isFarAhead(ago(-90 * 24), now)).toBe(false);
    expect(isFarAhead(ago(-90.1 * 24), now)).toBe(true);
  });
});
