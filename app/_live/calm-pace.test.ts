import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalmPace } from "./calm-pace.ts";

const half = () => 2 / 3;

describe("the pace of a calm page", () => {
  it("reads three changes after a quiet time at once, however slow the server is, and waits before the fourth", () => {
    const pace = createCalmPace(() => 1);
    for (const at of [0, 1_000, 2_000]) {
      expect(pace.nextAt()).toBeLessThanOrEqual(at);
      pace.read(at, 60_000, true);
    }
    expect(pace.nextAt()).toBe(66_000);
  });

  it("waits before the second when a busy server's first has not caught up", () => {
    const pace = createCalmPace(half);
    pace.read(0, 750, false);
    expect(pace.nextAt()).toBe(48_000);
    pace.read(48_000, 750, true);
    expect(pace.nextAt()).toBe(96_000);
    pace.read(300_000, 750, true);
    expect(pace.nextAt()).toBeLessThanOrEqual(300_000);
  });

  it("reads two changes in a row at once on a quick server, though the first reading missed the second", () => {
    const pace = createCalmPace(() => 1);
    for (const at of [0, 500, 1_000]) {
      expect(pace.nextAt()).toBeLessThanOrEqual(at);
      pace.read(at, 400, false);
    }
  });

  it("is at its best again after as long a quiet time as was paid for", () => {
    const pace = createCalmPace(half);
    for (let at = 0; at < 3; at++) pace.read(at, 60_000, true);
    expect(pace.nextAt()).toBe(30_000);
    pace.read(180_000, 125, true);
    expect(pace.nextAt()).toBeLessThanOrEqual(180_000);
  });

  it("reads for a sixty-fourth of the time while changes keep coming, at whatever moments it is off the beat", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 900 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (tookMs, chance, caughtUp) => {
          const pace = createCalmPace(() => chance);
          let at = 0;
          const readFor = (readings: number) => {
            for (let reading = 0; reading < readings; reading++) {
              at = Math.max(at, pace.nextAt());
              pace.read(at, tookMs, caughtUp);
            }
            return at;
          };
          const [saved, after] = [readFor(200), readFor(100)];
          const spacing = (after - saved) / 100;
          expect(spacing / tookMs).toBeGreaterThan(64 * 0.59);
          expect(spacing / tookMs).toBeLessThan(64 * 1.21);
        },
      ),
    );
  });
});
