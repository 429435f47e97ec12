import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressIn, type Fact, whatChanged } from "./rules.ts";

const facts = fc.dictionary(
  fc.constantFrom("name", "role", "days", "kinds", "on"),
  fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
  ) as fc.Arbitrary<Fact>,
  { noNullPrototype: true },
);

describe("what changed", () => {
  it("is nothing between a thing and itself", () => {
    fc.assert(
      fc.property(facts, (one) => {
        expect(whatChanged(one, { ...one })).toBeNull();
      }),
    );
  });

  it("leads from before to after: what it leaves out is the same on both sides", () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const changed = whatChanged(before, after);
        for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
          if (changed && (name in changed.before || name in changed.after)) {
            expect(changed.before[name]).toEqual(before[name]);
            expect(changed.after[name]).toEqual(after[name]);
            expect(before[name]).not.toEqual(after[name]);
          } else expect(sorted(before[name])).toEqual(sorted(after[name]));
        }
      }),
    );
  });

  it("is the other way round when it is undone", () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const [there, back] = [whatChanged(before, after), whatChanged(after, before)];
        expect(back).toEqual(there && { before: there.after, after: there.before });
      }),
    );
  });

  it("is all that is known where there is one side, and takes long texts short", () => {
    expect(whatChanged(undefined, { name: "Autumn", until: undefined })).toEqual({
      ...{ before: {}, after: { name: "Autumn" } },
    });
    expect(whatChanged()).toEqual({ before: {}, after: {} });
    expect(whatChanged(undefined, { name: "x".repeat(500) })!.after.name).toHaveLength(200);
  });
});

const sorted = (fact: Fact | undefined) => (Array.isArray(fact) ? [...fact].sort() : fact);

it.each([
  ["192.0.2.1", "192.0.2.1"],
  [" 2001:db8::1 ", "2001:db8::1"],
  ["fe80::1%eth0", null],
  ["unknown", null],
  ["", null],
  [null, null],
])("the address in %s is %s", (text, address) => {
  expect(addressIn(text)).toBe(address);
});
