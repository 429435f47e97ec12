import { describe, expect, test } from "vitest";
import { labelled, type TrendPoint, trendScale } from "./trend-scale.ts";

const week = (nps: number | null, low: number | null, high: number | null, n = 100): TrendPoint => ({
  key: `${nps}`,
  label: "Week 34",
  tick: "17 Aug",
  from: "2026-08-17",
  to: "2026-08-23",
  n,
  counts: { detractors: 0, passives: n, promoters: 0 },
  nps,
  low,
  high,
});

describe("the axis of the trend", () => {
  test("holds scores and intervals between round ends, with zero where it is near", () => {
    const scale = trendScale([week(22, 8, 32), week(33, 18, 46)], 10);
    expect([scale.from, scale.to]).toEqual([0, 60]);
    expect(scale.y(0)).toBe(100);
    expect(scale.y(60)).toBe(0);
  });

  test("is never narrower than forty points", () => {
    const scale = trendScale([week(60, 59, 61), week(61, 60, 62)], 10);
    expect(scale.to - scale.from).toBeGreaterThanOrEqual(40);
  });

  test("holds what is to be reached", () => {
    const aimed = { ...week(22, 8, 32), targets: [{ key: "a", value: 70 }] };
    const scale = trendScale([week(20, 8, 30), aimed], 10);
    expect(scale.to).toBeGreaterThanOrEqual(70);
    expect(scale.from).toBeLessThanOrEqual(8);
  });

  test("has three to five lines", () => {
    for (const [low, high] of [
      [-100, 100],
      [-80, -20],
      [-55, 70],
      [30, 48],
      [-10, 95],
      [1, 2],
    ] as const) {
      const { ticks, from, to } = trendScale([week((low + high) / 2, low, high)], 10);
      expect(ticks.length).toBeGreaterThanOrEqual(3);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(from).toBeLessThanOrEqual(low);
      expect(to).toBeGreaterThanOrEqual(high);
    }
  });

  test("is not stretched by the wide interval of a poorly answered week, but shows its score", () => {
    const scale = trendScale([week(30, 25, 35), week(0, -61, 61, 3)], 10);
    expect(scale.from).toBeGreaterThanOrEqual(-25);
    expect(scale.y(0)).toBeLessThanOrEqual(100);
  });

  test("is the whole axis when nobody answered", () => {
    const scale = trendScale([week(null, null, null, 0)], 10);
    expect([scale.from, scale.to]).toEqual([-100, 100]);
  });

  test("gives every period the same room", () => {
    const scale = trendScale([week(1, 0, 2), week(2, 1, 3)], 10);
    expect([scale.x(0), scale.x(1)]).toEqual([25, 75]);
  });
});

test("the words under the axis keep their distance and name the last period", () => {
  const shown = (count: number, room: number) =>
    Array.from({ length: count }, (_, i) => i).filter(labelled(count, room));
  expect(shown(26, 9)).toEqual([1, 4, 7, 10, 13, 16, 19, 22, 25]);
  expect(shown(26, 4)).toEqual([4, 11, 18, 25]);
  expect(shown(3, 9)).toEqual([0, 1, 2]);
});
