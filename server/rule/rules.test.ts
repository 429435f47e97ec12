import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCondition, anyFacts } from "#server/test/any-rule.ts";
import { numberIn } from "./number-in.ts";
import {
  covers,
  type Facts,
  firstThatFits,
  fits,
  isEmployee,
  leastLoaded,
  neverFits,
  spares,
} from "./rules.ts";
import { type Condition, Conditions } from "./schema.ts";

const facts: Facts = {
  ...{ score: 3, scoreBefore: 9, contactBy: null, surveyId: "s", touchpoint: "Delivery", drivers: ["price"] },
  ...{ comment: "Delivered late, again: no reply.", attributes: { Plan: "Premium", Value: "60,000 DKK" } },
  ...{ locale: "sv", teamId: "north", channel: "email" },
};
const anyConditions = fc.array(anyCondition, { maxLength: 4 });
const holds = (condition: Condition, over: Partial<Facts> = {}) =>
  fits({ conditions: [condition] }, { ...facts, ...over });

describe("a condition", () => {
  it.each<[Condition, boolean]>([
    [{ kind: "group", any: ["detractor", "passive"] }, true],
    [{ kind: "group", any: ["promoter"] }, false],
    [{ kind: "score", from: 3, to: 3 }, true],
    [{ kind: "score", from: 4, to: 10 }, false],
    [{ kind: "change", is: "fell_to_detractor" }, true],
    [{ kind: "change", is: "rose" }, false],
    [{ kind: "change", is: "first" }, false],
    [{ kind: "wish", any: ["email", "phone"] }, false],
    [{ kind: "touchpoint", any: ["Delivery"] }, true],
    [{ kind: "reason", any: ["quality", "price"] }, true],
    [{ kind: "words", any: ["deliver"] }, true],
    [{ kind: "words", any: ['"deliver"'] }, false],
    [{ kind: "words", any: ["LATE again"] }, true],
    [{ kind: "words", any: ["ate"] }, false],
    [{ kind: "attribute", name: "Plan", operator: "is", value: "Premium" }, true],
    [{ kind: "attribute", name: "Plan", operator: "contains", value: "prem" }, true],
    [{ kind: "attribute", name: "Region", operator: "not", value: "North" }, true],
    [{ kind: "attribute", name: "Value", operator: "over", value: "50,000" }, true],
    [{ kind: "attribute", name: "Value", operator: "under", value: "50,000" }, false],
    [{ kind: "attribute", name: "Plan", operator: "over", value: "1" }, false],
    [{ kind: "language", any: ["da", "sv"] }, true],
    [{ kind: "team", any: ["south"] }, false],
    [{ kind: "channel", any: ["email"] }, true],
  ])("%j is read as it is said: %j", (condition, expected) => {
    expect(holds(condition)).toBe(expected);
  });

  it("about a change looks at the groups, not at the scores", () => {
    const fell: Condition = { kind: "change", is: "fell" };
    expect(holds(fell, { scoreBefore: 6 })).toBe(false);
    expect(holds(fell, { score: 8 })).toBe(true);
    expect(holds({ kind: "change", is: "first" }, { scoreBefore: null })).toBe(true);
    expect(holds({ kind: "change", is: "rose_to_promoter" }, { score: 9, scoreBefore: 8 })).toBe(true);
  });
});

it("numbers are read as people write them in six languages", () => {
  const read: [string, number | null][] = [
    ["50000", 50_000],
    ["50,000", 50_000],
    ["50.000", 50_000],
    ["50 000 kr", 50_000],
    ["1.234,5", 1234.5],
    ["1,234.56 EUR", 1234.56],
    ["€ 12.50", 12.5],
    ["1.234.567", 1_234_567],
    ["1’000", 1000],
    ["−3", -3],
    ["Basic", null],
    ["2026-11-29", null],
    ["", null],
  ];
  for (const [text, number] of read) expect(numberIn(text), text).toBe(number);
});

describe("rules", () => {
  it("that ask for more never take more", () => {
    fc.assert(
      fc.property(anyConditions, anyCondition, anyFacts, (conditions, more, answer) => {
        if (fits({ conditions: [...conditions, more] }, answer))
          expect(fits({ conditions }, answer)).toBe(true);
      }),
    );
  });

  it("are asked in their order: the first that fits decides, whatever comes after it", () => {
    fc.assert(
      fc.property(fc.array(anyConditions, { maxLength: 5 }), anyFacts, (all, answer) => {
        const rules = all.map((conditions, place) => ({ conditions, place }));
        const first = firstThatFits(rules, answer);
        const before = rules.slice(0, first?.place ?? rules.length);
        expect(before.some((rule) => fits(rule, answer))).toBe(false);
        if (first) expect(firstThatFits(rules.slice(0, first.place + 1), answer)).toBe(first);
      }),
    );
  });

  it("that are covered by an earlier one never fit where that does not", () => {
    fc.assert(
      fc.property(anyConditions, anyConditions, anyFacts, (one, other, answer) => {
        const [earlier, later] = [{ conditions: one }, { conditions: other }];
        if (covers(earlier, later) && fits(later, answer)) expect(fits(earlier, answer)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("are covered where the earlier one asks for less", () => {
    const detractors: Condition = { kind: "group", any: ["detractor"] };
    const value = (operator: "over" | "is", of: string): Condition => ({
      ...{ kind: "attribute", name: "Value", operator, value: of },
    });
    const is = (earlier: Condition[], later: Condition[]) =>
      covers({ conditions: earlier }, { conditions: later });
    expect(is([], [detractors])).toBe(true);
    expect(is([detractors], [])).toBe(false);
    expect(is([detractors], [{ kind: "score", from: 0, to: 4 }])).toBe(true);
    expect(is([detractors], [{ kind: "change", is: "fell_to_detractor" }])).toBe(true);
    expect(is([{ kind: "change", is: "fell" }], [{ kind: "change", is: "fell_to_detractor" }])).toBe(true);
    expect(is([value("over", "20,000")], [value("over", "50000")])).toBe(true);
    expect(is([value("over", "50,000")], [value("over", "20000")])).toBe(false);
    expect(is([value("over", "50,000")], [value("is", "60 000")])).toBe(true);
    expect(is([{ kind: "words", any: ["deliver"] }], [{ kind: "words", any: ["late delivery"] }])).toBe(true);
    expect(is([{ kind: "words", any: ['"deliver"'] }], [{ kind: "words", any: ["delivery"] }])).toBe(false);
  });

  it("never fit only where no answer can", () => {
    fc.assert(
      fc.property(anyConditions, anyFacts, (conditions, answer) => {
        if (neverFits(conditions)) expect(fits({ conditions }, answer)).toBe(false);
        if (spares(conditions) && fits({ conditions }, answer)) expect(answer.score).toBeGreaterThan(6);
      }),
    );
  });
});

describe("what somebody builds", () => {
  const problems = (conditions: unknown) =>
    Conditions.safeParse(conditions).error?.issues.map(({ path }) => path.join(".")) ?? [];

  it("names the field that is wrong", () => {
    expect(problems([{ kind: "group", any: [] }])).toEqual(["0.any"]);
    expect(problems([{ kind: "score", from: 7, to: 3 }])).toEqual(["0.to"]);
    expect(problems([{ kind: "words", any: ["late", "!!"] }])).toEqual(["0.any.1"]);
    expect(problems([{ kind: "attribute", name: " ", operator: "over", value: "much" }])).toEqual([
      "0.name",
      "0.value",
    ]);
    const twice = { kind: "language", any: ["sv"] };
    expect(problems([twice, { kind: "language", any: ["da"] }])).toEqual(["1.any"]);
    expect(
      problems([
        { kind: "group", any: ["promoter"] },
        { kind: "score", from: 0, to: 6 },
      ]),
    ).toEqual(["1.from"]);
  });
});

it("the next case goes to who has the fewest, then to whose last one is the longest ago", () => {
  const at = (minutes: number) => new Date(minutes * 60_000);
  const load = (id: string, open: number, lastAt: Date | null) => ({ id, open, lastAt });
  expect(leastLoaded([])).toBeNull();
  expect(leastLoaded([load("bo", 2, at(1)), load("liv", 1, at(9))])).toBe("liv");
  expect(leastLoaded([load("bo", 1, at(8)), load("liv", 1, at(7))])).toBe("liv");
  expect(leastLoaded([load("bo", 0, null), load("liv", 0, null)])).toBe("bo");
});

it("an employee is known by address or name, whatever the case of the letters", () => {
  const bo = { name: "Bo Friis", email: "bo@fjordline.example" };
  expect(isEmployee("BO@fjordline.example ", bo)).toBe(true);
  expect(isEmployee("bo friis", bo)).toBe(true);
  expect(isEmployee("Bo", bo)).toBe(false);
  expect(isEmployee("", { name: "", email: "" })).toBe(false);
});
