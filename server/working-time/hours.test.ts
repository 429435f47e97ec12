import fc from "fast-check";
import { expect, it } from "vitest";
import { groupsOf, hoursInWords, spansIn } from "./hours.ts";
import { usualWeek } from "./rules.ts";
import { SetWorkingTime } from "./schema.ts";

it("hours are read as people write them", () => {
  expect(spansIn("")).toEqual([]);
  expect(spansIn("8-16")).toEqual([{ from: 480, to: 960 }]);
  expect(spansIn("08:00 – 12.30; 13–16:45")).toEqual([
    { from: 480, to: 750 },
    { from: 780, to: 1005 },
  ]);
  expect(spansIn("0–24")).toEqual([{ from: 0, to: 1440 }]);
  expect(spansIn("8–12, 12–16")).toEqual([{ from: 480, to: 960 }]);
});

it.each(["eight", "8", "16–8", "8–8", "8–25", "8:60–9", "8–12, 11–13", "13–16, 8–12", "8–12,", "24:01–25"])(
  "%j is refused",
  (text) => expect(spansIn(text)).toBeNull(),
);

it("what is written is read again", () => {
  const pairs = fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 })
    .map((minutes) => minutes.sort((a, b) => a - b))
    .map((minutes) =>
      minutes.flatMap((from, place) =>
        place % 2 === 0 && minutes[place + 1] !== undefined ? [{ from, to: minutes[place + 1]! }] : [],
      ),
    );
  fc.assert(
    fc.property(pairs, (spans) => {
      expect(spansIn(hoursInWords(spans))).toEqual(spans);
    }),
  );
});

it("days with the same hours stand together", () => {
  expect(groupsOf(usualWeek)).toEqual([
    { from: 0, to: 4, spans: [{ from: 0, to: 1440 }] },
    { from: 5, to: 6, spans: [] },
  ]);
});

const asked = {
  ...{ teamId: null, timezone: "", calendar: "", customary: false },
  ...{ monday: "8–16", tuesday: "", wednesday: "", thursday: "", friday: "", saturday: "", sunday: "" },
};

it.each([
  ["tuesday", "whenever"],
  ["monday", ""],
  ["monday", "8–8:59"],
  ["timezone", "Oslo"],
  ["calendar", "IS"],
])("a wrong %s (%j) is refused by name", (field, value) => {
  const parsed = SetWorkingTime.safeParse({ ...asked, [field]: value });
  expect(parsed.error?.issues.map((issue) => issue.path.join("."))).toEqual([field]);
});
