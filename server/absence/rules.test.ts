import fc from "fast-check";
import { expect, it } from "vitest";
import { type Away, absenceOn, standInOf } from "./rules.ts";

const away = (userId: string, coverId: string, fromDay = "2026-12-01", toDay = "2026-12-05"): Away => ({
  ...{ userId, coverId, fromDay, toDay },
});

it("somebody is away from the first day to the last one", () => {
  const all = [away("bo", "liv")];
  const on = (day: string) => standInOf("bo", day, all);
  expect(["2026-11-30", "2026-12-01", "2026-12-05", "2026-12-06"].map(on)).toEqual([
    "bo",
    "liv",
    "liv",
    "bo",
  ]);
  expect(absenceOn("bo", "2026-12-03", all)).toEqual(all[0]);
  expect(absenceOn("liv", "2026-12-03", all)).toBeNull();
});

it("who stands in for somebody is stood in for in turn", () => {
  expect(standInOf("bo", "2026-12-03", [away("bo", "liv"), away("liv", "nils")])).toBe("nils");
});

it("it is always somebody who is here, or the same one when nobody is", () => {
  const people = ["a", "b", "c", "d"];
  const pairs = fc.uniqueArray(fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people)), {
    selector: ([userId]) => userId,
  });
  fc.assert(
    fc.property(pairs, fc.constantFrom(...people), (chosen, who) => {
      const all = chosen.filter(([a, b]) => a !== b).map(([a, b]) => away(a, b));
      const standIn = standInOf(who, "2026-12-03", all);
      if (standIn !== who) expect(absenceOn(standIn, "2026-12-03", all)).toBeNull();
    }),
  );
});
