import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalmPace } from "./calm-pace.ts";

const half = () => 2 / 3;

describe("the pace of a calm page", () => {
  it("reads changes after a quiet time at once while the server is quick, and waits before the third", () => {
    const pace = createCalmPace(half);
    for (const at of [0, 1_000]) {
      expect(pace.nextAt()).toBeLessThanOrEqual(at);
      pace.read(at, 125);
    }
    expect(pace.nextAt()).toBe(6_000);
  });

  it("waits after the first reading that took long", () => {
    const pace = createCalmPace(half);
    pace.read(0, 500);
    expect(pace.nextAt()).toBe(22_000);
  });

  it("costs a minute at most, however long a reading takes", () => {
    const pace = createCalmPace(half);
    for (let at = 0; at < 3; at++) pace.read(at, 60_000);
    expect(pace.nextAt()).toBe(170_000);
  });

  it("is at its best again after as long a quiet time as was paid for", () => {
    const pace = createCalmPace(half);
    for (let at = 0; at < 3; at++) pace.read(at, 125);
    expect(pace.nextAt()).toBe(14_000);
    pace.read(24_000, 125);
    expect(pace.nextAt()).toBeLessThanOrEqual(24_000);
  });

  it("reads for a sixty-fourth of the time while changes keep coming, at whatever moments it is off the beat", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 900 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tookMs, chance) => {
          const pace = createCalmPace(() => chance);
          let at = 0;
          const readFor = (readings: number) => {
            for (let reading = 0; reading < readings; reading++) {
              at = Math.max(at, pace.nextAt());
              pace.read(at, tookMs);
            }
            return at;
          };
          const [saved, after] = [readFor(50), readFor(100)];
          const spacing = (after - saved) / 100;
          expect(spacing / tookMs).toBeGreaterThan(64 * 0.59);
          expect(spacing / tookMs).toBeLessThan(64 * 1.21);
        },
      ),
    );
  });
});
