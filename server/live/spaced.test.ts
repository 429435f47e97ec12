import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSpaced } from "./spaced.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function follow() {
  const done: [string, number][] = [];
  const began = Date.now();
  const spaced = createSpaced(500, (key) => void done.push([key, Date.now() - began]));
  return { ...spaced, done };
}

it("works at once after a quiet time, and once for all that asked since, each key by itself", () => {
  const { ask, done } = follow();
  ask("one");
  vi.advanceTimersByTime(100);
  for (const key of ["one", "other", "one"]) ask(key);
  vi.advanceTimersByTime(5_000);
  ask("one");
  expect(done).toEqual([
    ["one", 0],
    ["other", 100],
    ["one", 500],
    ["one", 5_100],
  ]);
});

it("works twice a second while it is asked all the time, and once after the last time it was", () => {
  const { ask, done } = follow();
  for (let at = 0; at < 2_000; at += 20) {
    ask("one");
    vi.advanceTimersByTime(20);
  }
  vi.advanceTimersByTime(5_000);
  expect(done.map(([, at]) => at)).toEqual([0, 500, 1_000, 1_500, 2_000]);
});

it("does nothing once it is stopped, not even what was asked for", () => {
  const { ask, stop, done } = follow();
  for (const key of ["one", "one"]) ask(key);
  stop();
  ask("other");
  vi.advanceTimersByTime(5_000);
  expect(done).toEqual([["one", 0]]);
  expect(vi.getTimerCount()).toBe(0);
});
