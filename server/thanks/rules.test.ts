import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { legalGrounds } from "#db/schema/index.ts";
import { isWithinHours } from "#server/campaign/rules.ts";
import { proposedLaw } from "#server/legal/rules.ts";
import { groupOf, SCORES } from "#server/nps/groups.ts";
import {
  type CustomerFacts,
  composeLetter,
  dueAtOf,
  isTooLate,
  omissionOf,
  opensAt,
  stoppedAtLast,
  thanksStateOf,
} from "./rules.ts";
import { Thanks } from "./schema.ts";

const law = { law: proposedLaw, country: "DK" } as const;
const glad: CustomerFacts = {
  ...{ score: 9, contactBy: null, withdrawn: false, inDialogue: false, reachable: true },
  ...{ stopped: false, thankedLately: false },
  ...{ ground: "existing_customer", attributes: {}, emailKey: "anna@customer.example" },
};

describe("whom a thank-you may go to", () => {
  it.each([
    [{}, null],
    [{ score: 7 }, null],
    [{ score: 6 }, "needs_us"],
    [{ contactBy: "email" }, "needs_us"],
    [{ inDialogue: true }, "needs_us"],
    [{ withdrawn: true, score: 2 }, "withdrawn"],
    [{ reachable: false }, "unknown"],
    [{ ground: null }, "unknown"],
    [{ stopped: true }, "stopped"],
    [{ thankedLately: true }, "thanked_lately"],
    [{ ground: "none" }, "no_ground"],
    [{ ground: "neutral_survey" }, "no_ground"],
    [{ ground: "consent", attributes: { Country: "Germany" } }, null],
  ] as const)("%j: %s", (over, because) => {
    expect(omissionOf({ ...glad, ...over }, law)).toBe(because);
  });

  it("is nobody who gets a person, wants no mail, or whose country asks for another ground", () => {
    const anybody = fc.record({
      score: fc.constantFrom(...SCORES),
      contactBy: fc.option(fc.constantFrom("email", "phone")),
      withdrawn: fc.boolean(),
      inDialogue: fc.boolean(),
      reachable: fc.boolean(),
      stopped: fc.boolean(),
      thankedLately: fc.boolean(),
      ground: fc.option(fc.constantFrom(...legalGrounds)),
      attributes: fc.constant({}),
      emailKey: fc.constant("anna@customer.example"),
    });
    fc.assert(
      fc.property(anybody, (facts) => {
        const may =
          groupOf(facts.score) !== "detractor" &&
          facts.contactBy === null &&
          !(facts.withdrawn || facts.inDialogue || facts.stopped || facts.thankedLately) &&
          facts.reachable &&
          (facts.ground === "consent" || facts.ground === "existing_customer");
        expect(omissionOf(facts, law) === null).toBe(may);
      }),
    );
  });
});

describe("the letter", () => {
  const texts = [
    { id: "t", name: "Thanks", locale: "en", text: "Thank you, {{first_name}}!", ended: false },
    { id: "t-sv", name: "THANKS", locale: "sv", text: "Tack, {{first_name}}!", ended: false },
    { id: "a", name: "Ask", locale: "en", text: "Tell a friend about {{workspace}}:", ended: false },
  ];
  const thanks = {
    templateId: "t",
    referral: { templateId: "a", link: "https://fjordline.example/friends" },
  };
  const values = { first_name: "Anna", workspace: "Fjordline" };
  const to = (language: string, over: object = {}) =>
    composeLetter(thanks, texts, { language, values: { ...values, ...over } });

  it("is in the customer's language, and asks only in that", () => {
    expect(to("en-GB")).toEqual({
      ...{ locale: "en", words: "Thank you, Anna!" },
      referral: { ask: "Tell a friend about Fjordline:", link: thanks.referral.link },
    });
    expect(to("sv")).toEqual({ locale: "sv", words: "Tack, Anna!", referral: null });
    expect(to("fi")).toBe("no_text");
    expect(to("pl")).toBe("no_text");
  });

  it("goes out with nothing unfilled, and thanks without asking where only the ask is", () => {
    expect(to("en", { first_name: null })).toBe("unfilled");
    expect(to("en", { workspace: null })).toMatchObject({ referral: null });
  });

  it("never leads to a review site, also where the text was changed since the rule was saved", () => {
    const changed = texts.map((one) => ({ ...one, text: `${one.text} https://www.trustpilot.com/x` }));
    expect(composeLetter(thanks, changed, { language: "en", values })).toBe("review_site");
  });

  it("goes on in the other languages when its template is offered no more in one", () => {
    const ended = texts.map((one) => ({ ...one, ended: one.id === "t" }));
    expect(composeLetter(thanks, ended, { language: "en", values })).toBe("no_text");
    expect(composeLetter(thanks, ended, { language: "sv", values })).toMatchObject({ words: "Tack, Anna!" });
    const all = texts.map((one) => ({ ...one, ended: true }));
    expect(composeLetter(thanks, all, { language: "sv", values })).toBe("no_text");
  });
});

it("what is passed on is a page or an address", () => {
  const id = "11111111-1111-4111-8111-111111111111";
  const problem = (link: string) =>
    Thanks.safeParse({ templateId: id, referral: { templateId: id, link } }).error?.issues[0]?.path.join(".");
  for (const link of ["https://fjordline.example/friends?x=1", "friends@fjordline.example"])
    expect(problem(link), link).toBeUndefined();
  for (const link of [
    "",
    "fjordline",
    "http://fjordline.example",
    "javascript:alert(1)",
    "https://x y.example",
  ])
    expect(problem(link), link).toBe("referral.link");
});

const at = new Date("2026-11-23T09:00:00Z");

describe("when a thank-you goes out", () => {
  const oslo = { timezone: "Europe/Oslo", hours: null };
  const afternoons = { timezone: "Europe/Oslo", hours: { days: [1, 3], from: 13, to: 16 } };

  it.each([
    ["half an hour later, within the hours", at, oslo, "2026-11-23T09:30:00Z"],
    ["when the hours begin again", "2026-11-23T09:31:00Z", oslo, "2026-11-24T07:00:00Z"],
    ["in the morning to who answered at night", "2026-11-24T01:00:00Z", oslo, "2026-11-24T07:00:00Z"],
    ["on Monday to who answered on Friday afternoon", "2026-11-27T14:00:00Z", oslo, "2026-11-30T07:00:00Z"],
    ["in the hours of the campaign", at, afternoons, "2026-11-23T12:00:00Z"],
    ["by the customer's clocks", at, { ...oslo, timezone: "Asia/Tokyo" }, "2026-11-23T23:00:00Z"],
  ])("%s", (_, changedAt, hours, due) => {
    expect(dueAtOf(new Date(changedAt), hours)).toEqual(new Date(due));
  });

  it("is never at an hour that is not one of these, nor sooner than half an hour after the answer", () => {
    const moment = fc.date({ min: at, max: new Date("2027-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.constantFrom(oslo, afternoons), (changedAt, hours) => {
        const due = dueAtOf(changedAt, hours);
        expect(due.getTime() - changedAt.getTime()).toBeGreaterThanOrEqual(30 * 60_000);
        expect(opensAt(hours, due)).toEqual(due);
        const kept = hours.hours ?? { days: [1, 2, 3, 4, 5], from: 8, to: 11 };
        expect(isWithinHours(kept, hours.timezone, due)).toBe(true);
      }),
    );
  });

  it("is never two days late", () => {
    expect(isTooLate(at, new Date("2026-11-25T09:00:00Z"))).toBe(false);
    expect(isTooLate(at, new Date("2026-11-25T09:00:01Z"))).toBe(true);
  });
});

it("is always in one state", () => {
  const row = {
    ...{ workspaceId: "w", responseId: "r", ruleId: "x", ruleVersion: 1, dueAt: at, thankedAt: null },
    ...{ mailId: null, locale: null, words: null, ask: null, link: null, leftOutAt: null },
    leftOutBecause: null,
  };
  const thanked = { ...row, thankedAt: at, mailId: "m" };
  const mail = (state: "queued" | "sent" | "failed" | "suppressed", lastText: string | null = null) => ({
    ...{ state, sentAt: null, lastText },
  });
  expect(thanksStateOf(row, null).kind).toBe("planned");
  expect(thanksStateOf(thanked, mail("queued")).kind).toBe("leaving");
  expect(thanksStateOf(thanked, mail("sent"))).toEqual({ kind: "sent", at });
  expect(thanksStateOf(thanked, mail("failed")).kind).toBe("undelivered");
  expect(thanksStateOf(thanked, mail("suppressed"))).toMatchObject({ kind: "left_out", because: "stopped" });
  const written = `could not be written: ${stoppedAtLast("withdrawn")}`;
  expect(thanksStateOf(thanked, mail("failed", written))).toMatchObject({
    ...{ kind: "left_out", because: "withdrawn" },
  });
  const out = { ...row, leftOutAt: at, leftOutBecause: "changed" as const };
  expect(thanksStateOf(out, null)).toEqual({ kind: "left_out", at, because: "changed" });
});
