import fc from "fast-check";
import { expect, it } from "vitest";
import { isTooDeep } from "./json-depth.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

it("32 levels are taken, 33 are too many, however long the rest is", () => {
  expect(isTooDeep(bytes(nested(32)))).toBe(false);
  expect(isTooDeep(bytes(nested(33)))).toBe(true);
  expect(isTooDeep(bytes(`{"a":[${"[],".repeat(10_000)}[]]}`))).toBe(false);
  expect(isTooDeep(bytes('{"a":'.repeat(100_000)))).toBe(true);
});

it("brackets within text are text, whatever stands before its quotes", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("[", "{", '"', "\\", "é"), { maxLength: 200 }), (signs) => {
      expect(isTooDeep(bytes(JSON.stringify({ [signs.join("")]: [signs.join("")] })))).toBe(false);
    }),
  );
});
