import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubtsAbout, type Trace, timeBetween } from "./rules.ts";

const handedOverAt = new Date("2026-11-23T09:00:00Z");
const later = (seconds: number) => new Date(handedOverAt.getTime() + seconds * 1000);
const reader: Trace = {
  requested: [8],
  decoyAt: null,
  gestureAt: later(61),
  visibleMs: 2_000,
  handedOverAt,
};

describe("what speaks against an answer that was not sent", () => {
  it("is nothing for a reader who acts on the page of one link, a minute after the mail came", () => {
    expect(doubtsAbout(reader, false)).toEqual([]);
  });

  it("is each thing that is missing, and all of them together", () => {
    const cases: [Partial<Trace>, string][] = [
      [{ gestureAt: null }, "no_gesture"],
      [{ visibleMs: 1_999 }, "too_brief"],
      [{ gestureAt: later(60) }, "too_soon"],
      [{ handedOverAt: null }, "too_soon"],
      [{ requested: [8, 9] }, "many_scores"],
      [{ requested: [] }, "many_scores"],
      [{ decoyAt: later(1) }, "decoy_followed"],
    ];
    for (const [over, doubt] of cases) expect(doubtsAbout({ ...reader, ...over }, false)).toEqual([doubt]);
    expect(doubtsAbout(reader, true)).toEqual(["confirmed_only"]);
    expect(
      doubtsAbout(
        { requested: [1, 2], decoyAt: later(0), gestureAt: null, visibleMs: 0, handedOverAt },
        true,
      ),
    ).toEqual(["decoy_followed", "many_scores", "no_gesture", "confirmed_only"]);
  });

  it("is never nothing without a gesture, however long a page is open and however late", () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.uniqueArray(fc.integer({ min: 0, max: 10 })), (visibleMs, requested) => {
        expect(doubtsAbout({ ...reader, visibleMs, requested, gestureAt: null }, false)).toContain(
          "no_gesture",
        );
      }),
    );
  });
});

describe("a time between", () => {
  it("is told in the largest unit of which there are two", () => {
    const told = [0, 59, 119, 120, 3_600, 7_200, 172_799, 172_800].map((s) =>
      timeBetween(handedOverAt, later(s)),
    );
    expect(told.map(({ n, unit }) => `${n} ${unit}`)).toEqual([
      ...[
        "0 seconds",
        "59 seconds",
        "119 seconds",
        "2 minutes",
        "60 minutes",
        "2 hours",
        "47 hours",
        "2 days",
      ],
    ]);
  });
});
