import { expect, test } from "vitest";
import { initialsOf } from "./initials.ts";

test.each([
  ["Anna Lindqvist", "AL"],
  ["Åsa Maria Østby", "ÅØ"],
  ["päivi", "P"],
  ["  Jens   Mortensen ", "JM"],
  ["A\u030Asa Berg", "A\u030AB"],
  ["", ""],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
