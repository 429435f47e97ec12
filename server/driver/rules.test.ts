import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "#server/i18n/locales.ts";
import {
  currentDrivers,
  driversToStore,
  driverTexts,
  labelled,
  missingLocales,
  offeredDrivers,
  type StoredDriver,
} from "./rules.ts";
import { Drivers } from "./schema.ts";
import { suggestDrivers } from "./suggest.ts";

const price = { id: "price", labels: { en: "Price", sv: "Pris" } };
const speed = { id: "speed", labels: { en: "Speed" } };

describe("the drivers of a survey", () => {
  it("are offered in the languages they have words in", () => {
    expect(offeredDrivers([price, speed], "sv")).toEqual([{ id: "price", label: "Pris" }]);
    expect(offeredDrivers([price, speed], "fi")).toEqual([]);
    expect(missingLocales(speed)).toEqual(locales.filter((locale) => locale !== "en"));
  });

  it("keep their words for old answers when they are taken away, and come back under the same key", () => {
    const without = driversToStore([speed], [price, speed]);
    expect(without).toEqual([speed, { ...price, retired: true }]);
    expect(offeredDrivers(without, "en")).toEqual([{ id: "speed", label: "Speed" }]);
    expect(currentDrivers(without)).toEqual([speed]);
    expect(labelled(["price"], without, ["sv"])).toEqual([{ id: "price", label: "Pris" }]);
    expect(driversToStore([speed, price], without)).toEqual([speed, price]);
  });

  it("without any words are not kept, or retired when they had some", () => {
    const empty = { id: "price", labels: { en: "" } };
    expect(driversToStore([empty], [])).toEqual([]);
    expect(driversToStore([empty], [price])).toEqual([{ ...price, retired: true }]);
  });

  it("are named in the reader's language, or the customer's, or any", () => {
    expect(labelled(["price", "speed", "gone"], [price, speed], ["sv", "en"])).toEqual([
      { id: "price", label: "Pris" },
      { id: "speed", label: "Speed" },
      { id: "gone", label: "gone" },
    ]);
    expect(labelled(["price"], [price], ["fi"])).toEqual([{ id: "price", label: "Price" }]);
  });

  it("never lose one that an answer may have, however they are edited", () => {
    const id = fc.constantFrom("aaaa", "bbbb", "cccc", "dddd", "eeee", "ffff");
    const set = fc.uniqueArray(id, { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(set, { minLength: 1, maxLength: 8 }), (edits) => {
        let stored: StoredDriver[] = [];
        const seen = new Set<string>();
        for (const ids of edits) {
          stored = driversToStore(
            ids.map((one) => ({ id: one, labels: { en: one } })),
            stored,
          );
          for (const one of ids) seen.add(one);
          expect(offeredDrivers(stored, "en").map((driver) => driver.id)).toEqual(ids);
          expect(new Set(stored.map((driver) => driver.id))).toEqual(seen);
          expect(stored).toHaveLength(seen.size);
        }
      }),
    );
  });
});

describe("what somebody enters", () => {
  const problems = (drivers: unknown) =>
    Drivers.safeParse(drivers).error?.issues.map(({ path }) => path.join(".")) ?? [];

  it("is tidied to one line", () => {
    expect(Drivers.parse([{ id: "price", labels: { en: " The \n price\t" } }])[0]?.labels.en).toBe(
      "The price",
    );
  });

  it("has five at most, each with its own words, short ones, and its own key", () => {
    expect(problems(suggestDrivers())).toEqual([]);
    expect(problems([...suggestDrivers(), speed])).toEqual([""]);
    expect(problems([price, { id: "cost", labels: { sv: "pris" } }])).toEqual(["1.labels.sv"]);
    expect(problems([price, price])).toContain("1.id");
    expect(problems([{ id: "long", labels: { en: "x".repeat(41) } }])).toEqual(["0.labels.en"]);
    expect(problems([{ id: "a,b'c", labels: {} }])).toEqual(["0.id"]);
    expect(problems([{ id: "price", labels: { xx: "?" } }])).not.toEqual([]);
  });
});

it("the five we suggest have words in every language", () => {
  expect(suggestDrivers().map((driver) => missingLocales(driver))).toEqual([[], [], [], [], []]);
  expect(driverTexts(suggestDrivers())).toHaveLength(5 * locales.length);
});
