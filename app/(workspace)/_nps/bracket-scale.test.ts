import { expect, test } from "vitest";
import { bracketScale } from "./bracket-scale.ts";

test("a narrow interval gets a stated part of the axis around it", () => {
  const scale = bracketScale(27, 35);
  expect([scale.from, scale.to]).toEqual([15, 45]);
  expect(scale.at(30)).toBe(50);
});

test("a wide interval gets the whole axis", () => {
  const scale = bracketScale(-26.7, 71.2);
  expect([scale.from, scale.to]).toEqual([-100, 100]);
  expect(scale.at(0)).toBe(50);
});

test("an interval at the end of the axis stays on it", () => {
  const scale = bracketScale(92, 100);
  expect(scale.to).toBe(100);
  expect(scale.at(100)).toBe(100);
});

test("an interval without width is still drawn on an axis of ten points or more", () => {
  const scale = bracketScale(-47, -47);
  expect(scale.to - scale.from).toBeGreaterThanOrEqual(10);
  expect(scale.at(-47)).toBeGreaterThan(0);
  expect(scale.at(-47)).toBeLessThan(100);
});
