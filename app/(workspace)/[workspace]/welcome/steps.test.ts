import { expect, it } from "vitest";
import { countDone, stepsDone } from "./steps.ts";

const nothing = { sample: false, surveys: 0, contacts: 0, tested: false, campaigns: 0 };

it("nothing is done in a new workspace", () => {
  expect(countDone(stepsDone(nothing))).toBe(0);
});

it("sample data does the first step alone", () => {
  expect(stepsDone({ ...nothing, sample: true })).toEqual({
    sample: true,
    survey: false,
    contacts: false,
    test: false,
    send: false,
  });
});

it("whoever brings customers of their own needs no sample data", () => {
  expect(stepsDone({ ...nothing, contacts: 3 }).sample).toBe(true);
});

it("a campaign that went out does everything before it that could have been skipped", () => {
  expect(countDone(stepsDone({ ...nothing, surveys: 1, contacts: 10, campaigns: 1 }))).toBe(5);
});
