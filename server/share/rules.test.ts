import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { conditionText, readCondition } from "#server/response/conditions.ts";
import type { Choices } from "#server/response/list-choices.ts";
import { ResponseFilter } from "#server/response/schema.ts";
import { createTokenCodec } from "#server/token/codec.ts";
import { LockedSegment, lockedWords, readLocked } from "./locked-segment.ts";
import { asksForPeople, isAdmitted, isOver, makePass, narrowTo, passSeconds } from "./rules.ts";

const [bergen, oslo] = [newId(), newId()];
const attributes = fc.dictionary(
  fc.constantFrom("Country", "Plan.No"),
  fc.constantFrom("Norway", "Denmark", "1%"),
);

/** An answer as filters see it: one value of everything but reasons and attributes. */
const answer = fc.record(
  {
    survey: fc.constantFrom(bergen, oslo),
    campaign: fc.constantFrom(bergen, oslo),
    touchpoint: fc.constantFrom("store", "delivery"),
    team: fc.constantFrom(bergen, oslo),
    employee: fc.constantFrom("Bo Ek", "Åsa Öberg"),
    channel: fc.constantFrom("email", "link"),
    language: fc.constantFrom("nb", "sv"),
    group: fc.constantFrom("detractor", "promoter"),
    day: fc.constantFrom("2026-01-01", "2026-02-01"),
    drivers: fc.subarray(["price", "ease"]),
    commented: fc.constantFrom(undefined, "yes"),
    attributes,
  },
  { noNullPrototype: true },
);
type Answer = Record<string, unknown> & {
  drivers: string[];
  attributes: Record<string, string>;
  day: string;
};

const condition = fc
  .record({
    operator: fc.constantFrom("is" as const, "not" as const, "contains" as const),
    name: fc.constantFrom("Country", "Plan.No"),
    value: fc.constantFrom("Norway", "Denmark", "1%", "n"),
  })
  .map(conditionText);

const segment = fc
  .record(
    {
      survey: fc.constantFrom(bergen, oslo),
      campaign: fc.constantFrom(bergen, oslo),
      touchpoint: fc.constantFrom("store", "delivery"),
      team: fc.constantFrom(bergen, oslo),
      employee: fc.constantFrom("Bo Ek", "Åsa Öberg"),
      channel: fc.constantFrom("email", "link"),
      language: fc.constantFrom("nb", "sv"),
      driver: fc.constantFrom("price", "ease"),
      commented: fc.constant("yes"),
      where: fc.array(condition, { minLength: 1, maxLength: 7 }),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((given) => LockedSegment.parse(given));

const asked = fc
  .tuple(segment, fc.constantFrom(undefined, "2026-01-15"), fc.constantFrom(undefined, "promoter"))
  .map(([given, from, group]) => ResponseFilter.parse({ ...given, from, group }));

/** Every field of a filter must be told here how it is met; a new one fails the test until it is. */
function letsThrough(filter: ResponseFilter, one: Answer): boolean {
  return Object.entries(filter).every(([name, value]) => {
    if (value === undefined) return true;
    if (name === "from") return one.day >= String(value);
    if (name === "to") return one.day <= String(value);
    if (name === "driver") return one.drivers.includes(String(value));
    if (name === "where") return (value as string[]).every((text) => holds(text, one.attributes));
    expect(Object.keys(one)).toContain(name);
    return one[name] === value;
  });
}

function holds(text: string, has: Record<string, string>): boolean {
  const { name, operator, value } = readCondition(text)!;
  if (operator === "contains") return Boolean(has[name]?.toLowerCase().includes(value.toLowerCase()));
  return (has[name] === value) === (operator === "is");
}

describe("a locked segment", () => {
  it("can be narrowed and never be left, whatever is asked for", () => {
    fc.assert(
      fc.property(segment, asked, answer, (locked, wanted, one) => {
        const narrowed = narrowTo(locked, wanted);
        if (!narrowed) return;
        const read = ResponseFilter.parse(narrowed);
        expect(letsThrough(read, one)).toBe(letsThrough(locked, one) && letsThrough(wanted, one));
      }),
      { numRuns: 2_000 },
    );
  });

  it("finds nothing only where both can let no answer through, several reasons and too many conditions aside", () => {
    fc.assert(
      fc.property(segment, asked, answer, (locked, wanted, one) => {
        fc.pre(narrowTo(locked, wanted) === null);
        const reasons = locked.driver !== wanted.driver && Boolean(locked.driver && wanted.driver);
        const many = new Set([...(locked.where ?? []), ...(wanted.where ?? [])]).size > 10;
        if (reasons || many) return;
        expect(letsThrough(locked, one) && letsThrough(wanted, one)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it("holds for fields that filters do not have yet, one value or several", () => {
    const locked = { later: "a", any: ["x", "y"] } as LockedSegment;
    const ask = (given: object) => narrowTo(locked, given as ResponseFilter);
    expect(ask({})).toMatchObject(locked);
    expect(ask({ later: "a", any: ["x", "y"] })).toMatchObject(locked);
    expect(ask({ later: "b" })).toBeNull();
    expect(ask({ any: ["x", "y", "z"] })).toBeNull();
  });

  it("has neither days nor a group: the score of one group says nothing", () => {
    expect(LockedSegment.keyof().options.filter((name) => /^(from|to|group)$/.test(name))).toEqual([]);
  });

  it("is kept in words, and read back as it was, in whatever order they stand", () => {
    fc.assert(
      fc.property(segment, (given) => {
        const words = lockedWords(given);
        expect(readLocked(words)).toEqual(given);
        const turned = new URLSearchParams([...new URLSearchParams(words)].reverse()).toString();
        expect(readLocked(turned)).not.toBeNull();
      }),
    );
  });

  it.each([
    "team=not-a-team",
    "channel=pigeon",
    "unknown=1",
    "from=2026-01-01",
    "where=is.Country",
    `where=${Array.from({ length: 11 }, (_, i) => `is.Country.${i}`).join("&where=")}`,
  ])("is not read without one of its words: %s", (words) => {
    expect(readLocked(words)).toBeNull();
  });
});

describe("a reader", () => {
  const choices: Choices[] = [{ dimension: "attribute:Country", values: [], more: false }];
  const locked = LockedSegment.parse({ employee: "Bo Ek", where: "is.Customer number.17" });
  it.each([
    [{ where: ["is.Country.Norway"] }, "anonymous", false],
    [{ where: ["is.Customer number.18"] }, "anonymous", true],
    [{ where: ["not.Customer number.17"] }, "named", true],
    [{ where: ["is.Customer number.17"], employee: "Bo Ek" }, "anonymous", false],
    [{ employee: "Åsa Öberg" }, "anonymous", true],
    [{ employee: "Åsa Öberg" }, "named", false],
    [{ team: bergen, driver: "price" }, "none", false],
  ] as const)(
    "who asks for %j of a link with comments %s asks for people: %s",
    (filter, comments, expected) => {
      expect(asksForPeople(ResponseFilter.parse(filter), { locked, comments }, choices)).toBe(expected);
    },
  );
});

describe("a link", () => {
  const at = new Date("2026-11-23T09:00:00Z");
  it("works through its last day and until it is ended", () => {
    expect(isOver({ endedAt: null, lastDay: null }, "2026-11-23")).toBe(false);
    expect(isOver({ endedAt: null, lastDay: "2026-11-23" }, "2026-11-23")).toBe(false);
    expect(isOver({ endedAt: null, lastDay: "2026-11-22" }, "2026-11-23")).toBe(true);
    expect(isOver({ endedAt: at, lastDay: null }, "2026-11-23")).toBe(true);
  });

  const tokens = createTokenCodec("a secret for tests that is long enough");
  const link = { id: bergen, kind: "dashboard" as const, passwordHash: "salt:hash" };
  const pass = makePass(tokens, link, at);
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1_000);

  it("lets in whoever gave its password, for its time", () => {
    expect(isAdmitted(tokens, link, pass, later(passSeconds.dashboard - 1))).toBe(true);
    expect(isAdmitted(tokens, link, pass, later(passSeconds.dashboard))).toBe(false);
    const board = { ...link, kind: "wallboard" as const };
    expect(isAdmitted(tokens, board, makePass(tokens, board, at), later(300 * 86_400))).toBe(true);
  });

  it.each([
    ["no pass", link, ""],
    ["a longer time written into it", link, `zzzzzzzzz.${pass.split(".")[1]}`],
    ["no time", link, `.${pass.split(".")[1]}`],
    ["the pass of another link", { ...link, id: oslo }, pass],
    ["the pass of an earlier password", { ...link, passwordHash: "salt:other" }, pass],
  ])("lets nobody in with %s", (_, guarded, shown) => {
    expect(isAdmitted(tokens, guarded, shown, at)).toBe(false);
  });

  it("without a password lets everybody in", () => {
    expect(isAdmitted(tokens, { ...link, passwordHash: null }, "", at)).toBe(true);
  });
});
