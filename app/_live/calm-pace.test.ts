import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalmPace } from "./calm-pace.ts";

const half = () => 2 / 3;

describe("the pace of a calm page", () => {
  it("reads three changes after a quiet time at once, and waits before the fourth", () => {
    const pace = createCalmPace(half);
    for (const at of [0, 1_000, 2_000]) {
      expect(pace.nextAt()).toBeLessThanOrEqual(at);
      pace.read(at, 500);
    }
    expect(pace.nextAt()).toBe(8_000);
  });

  it("waits half a minute at most, however long a reading takes", () => {
    const pace = createCalmPace(half);
    for (let at = 0; at < 3; at++) pace.read(at, 60_000);
    expect(pace.nextAt()).toBe(30_000);
  });

  it("is at its best again after as long a quiet time as was paid for", () => {
    const pace = createCalmPace(half);
    for (let at = 0; at < 3; at++) pace.read(at, 500);
    pace.read(24_000, 500);
    expect(pace.nextAt()).toBeLessThanOrEqual(24_000);
  });

  it("reads for a sixteenth of the time while changes keep coming, at whatever moments it is off the beat", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 1_500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tookMs, chance) => {
          const pace = createCalmPace(() => chance);
          let at = 0;
          for (let reading = 0; reading < 103; reading++) {
            at = Math.max(at, pace.nextAt());
            pace.read(at, tookMs);
          }
          const spacing = at / 100;
          expect(spacing / tookMs).toBeGreaterThan(16 * 0.59);
          expect(spacing / tookMs).toBeLessThan(16 * 1.21);
        },
      ),
    );
  });
});
