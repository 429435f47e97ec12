import { expect, it } from "vitest";
import { countDone, stepsDone } from "./steps.ts";

const nothing = { surveys: 0, contacts: 0, tested: false, campaigns: 0 };

it("nothing is done in a new workspace", () => {
  expect(countDone(stepsDone(nothing))).toBe(0);
});

it("contacts do their own step alone", () => {
  expect(stepsDone({ ...nothing, contacts: 3 })).toEqual({
    survey: false,
    contacts: true,
    test: false,
    send: false,
  });
});

it("a campaign that went out does everything before it that could have been skipped", () => {
  expect(countDone(stepsDone({ ...nothing, surveys: 1, contacts: 10, campaigns: 1 }))).toBe(4);
});
