import { expect, it } from "vitest";
import { besideIn } from "./beside.ts";

const cases = ["a", "b", "c"].map((id) => ({ id }));
const [a, b, c] = cases;

it("goes from row to row within a page", () => {
  expect(besideIn({ cases, next: "later" }, "b", "here")).toEqual({
    previous: { one: a, cursor: "here" },
    next: { one: c, cursor: "here" },
  });
});

it("knows where the queue ends", () => {
  const whole = { cases, next: null };
  expect(besideIn(whole, "a", undefined)).toMatchObject({ previous: { one: null }, next: { one: b } });
  expect(besideIn(whole, "c", undefined)).toMatchObject({ previous: { one: b }, next: { one: null } });
});

it("leaves what stands on other pages to whoever can read them, and says which they are", () => {
  expect(besideIn({ cases, next: "later" }, "c", undefined).next).toEqual({
    one: undefined,
    cursor: "later",
  });
  expect(besideIn({ cases, next: null }, "a", "here").previous).toEqual({
    one: undefined,
    cursor: undefined,
  });
});

it("knows nothing of the places around a case that is not on the page", () => {
  const step = { one: undefined, cursor: "here" };
  expect(besideIn({ cases, next: null }, "x", "here")).toEqual({ previous: step, next: step });
});
