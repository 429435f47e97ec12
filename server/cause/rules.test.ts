import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beside,
  inOrder,
  isFoundBy,
  isOffered,
  mergingOf,
  type NamedCause,
  namedExactly,
  pathOf,
  type Standing,
} from "./rules.ts";

const delivery = { id: "d", name: "Delivery" };
const late: NamedCause = { id: "dl", name: "Late", parent: delivery };
const offered: NamedCause[] = [
  { ...delivery, parent: null },
  late,
  { id: "r", name: "Réclame", parent: null },
  { id: "rl", name: "Late", parent: { id: "r", name: "Réclame" } },
];

describe("a cause", () => {
  it("is written with the one above it", () => {
    expect(offered.map(pathOf)).toEqual(["Delivery", "Delivery › Late", "Réclame", "Réclame › Late"]);
  });

  it.each([
    ["", 4],
    ["late", 2],
    ["DEL", 2],
    ["late deliv", 1],
    ["delivery › late", 1],
    ["delivery > la", 1],
    ["reclame", 2],
    ["lost", 0],
  ])("is found by any words of both levels: %j finds %d", (query, found) => {
    expect(offered.filter((one) => isFoundBy(one, query))).toHaveLength(found);
  });

  it("is meant by its whole path, and by its name where only one has it", () => {
    expect(namedExactly(offered, "delivery")?.id).toBe("d");
    expect(namedExactly(offered, "Delivery › late")).toBe(late);
    expect(namedExactly(offered, "Late")).toBeUndefined();
    expect(namedExactly(offered, "")).toBeUndefined();
  });
});

const at = new Date("2026-11-23T09:00:00Z");
const rows = (n: number): Standing[] =>
  Array.from({ length: n }, (_, i) => ({
    ...{
      id: `c${i}`,
      name: `n${i < 4 ? i : Math.floor(i / 4)}`,
      place: i,
      retiredAt: i % 7 === 6 ? at : null,
      mergedInto: null,
    },
    parentId: i < 4 ? null : `c${i % 4}`,
  }));

const applied = (all: Standing[], changes: NonNullable<ReturnType<typeof mergingOf>>): Standing[] =>
  all.map((one) => {
    const change = changes.findLast(({ id }) => id === one.id);
    if (!change) return one;
    return { ...one, ...change, ...("mergedInto" in change ? { retiredAt: one.retiredAt ?? at } : {}) };
  });

describe("merging", () => {
  it("leaves two levels, no cause that counts as a merged one, and every cause somewhere, in whatever order it is done", () => {
    const pairs = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 12 });
    fc.assert(
      fc.property(pairs, (plan) => {
        let all = rows(12);
        for (const [from, into] of plan) {
          const merging = mergingOf(all, `c${from}`, `c${into}`);
          if (merging) all = applied(all, merging);
        }
        const find = (id: string | null) => all.find((one) => one.id === id);
        for (const one of all) {
          const counted = find(one.mergedInto) ?? one;
          expect(counted.mergedInto).toBeNull();
          const above = find(counted.parentId);
          expect(above?.parentId ?? null).toBeNull();
          expect(above?.mergedInto ?? null).toBeNull();
          expect(inOrder(all)).toContain(counted);
        }
        for (const parent of [null, ...beside(all, null).map(({ id }) => id)]) {
          const names = beside(all, parent)
            .filter(({ retiredAt }) => retiredAt === null)
            .map(({ name }) => name);
          expect(new Set(names).size).toBe(names.length);
        }
      }),
    );
  });

  it("is refused with itself, with what is beneath it, and of what has causes beneath it into the second level", () => {
    expect(mergingOf(rows(8), "c0", "c0")).toBeNull();
    expect(mergingOf(rows(8), "c0", "c4")).toBeNull();
    expect(mergingOf(rows(8), "c0", "c5")).toBeNull();
    expect(mergingOf(rows(8), "c4", "c0")).toEqual([{ id: "c4", mergedInto: "c0" }]);
    expect(mergingOf(rows(8), "c4", "c5")).toEqual([{ id: "c4", mergedInto: "c5" }]);
  });

  it("moves what is beneath, and merges it with its like", () => {
    expect(mergingOf(rows(8), "c0", "c1")).toEqual([
      { id: "c4", mergedInto: "c5" },
      { id: "c0", mergedInto: "c1" },
    ]);
    const all = rows(8).map((one) => (one.id === "c5" ? { ...one, name: "Other" } : one));
    expect(mergingOf(all, "c0", "c1")).toEqual([
      { id: "c4", parentId: "c1" },
      { id: "c0", mergedInto: "c1" },
    ]);
  });
});

it("what is beneath a retired cause is offered no more than that", () => {
  const all = rows(8).map((one) => (one.id === "c0" ? { ...one, retiredAt: at } : one));
  expect(all.filter((one) => isOffered(one, all)).map(({ id }) => id)).toEqual([
    ...["c1", "c2", "c3", "c5", "c7"],
  ]);
});
