import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "./id.ts";

const day = Date.UTC(2026, 10, 23);

describe("an id", () => {
  it("is a UUIDv7 of its moment", () => {
    expect(newId(day)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(newId(day).replaceAll("-", "").slice(0, 12), 16)).toBe(day);
  });

  it("sorts by its moment, then as it was made, whatever was made of other moments in between", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 2, maxLength: 200 }), (offsets) => {
        const made = offsets.map((offset, at) => ({ offset, at, id: newId(day + offset) }));
        const inOrder = made.toSorted((a, b) => a.offset - b.offset || a.at - b.at).map(({ id }) => id);
        expect(made.map(({ id }) => id).toSorted()).toEqual(inOrder);
      }),
    );
  });

  it("sorts as it was made when one moment has more than a counter of 12 bits holds", () => {
    const ids = Array.from({ length: 40_000 }, () => newId(day + 1000));
    expect(ids.every((id, at) => at === 0 || ids[at - 1]! < id)).toBe(true);
  });
});
