import { describe, expect, it } from "vitest";
import { languageOf, locales, voiceOf, voices } from "../locales.ts";
import { translator } from "../translate.ts";
import { type TextArea, texts } from "./texts.ts";

const areas: TextArea[] = [
  "answer",
  "causes",
  "digest",
  "holidays",
  "law",
  "mail",
  "names",
  "refusals",
  "survey",
];
/** Those that customers read, in formal voices too. */
const ofCustomers = ["answer", "mail", "survey"] as const;
const others = locales.filter((locale) => locale !== "en");

const values = {
  answered: 3,
  before: "+20",
  answer: "Yes",
  channel: "#nps",
  code: "EPROTO",
  column: "Plan",
  company: "Fjordline",
  contact: "privacy@fjordline.example",
  count: 2,
  customer: "Åsa",
  day: "2026-12-04",
  date: "1 May",
  days: "1–7 May",
  domain: "fjordline.dk",
  drivers: "Price",
  email: "a@b.example",
  ended: "kept",
  found: "https://shop.example",
  from: 1,
  high: "+38",
  id: "4711",
  inviter: "Maja",
  kind: "link",
  label: "not at all likely",
  least: 8,
  low: "+24",
  max: 5000,
  minutes: 60,
  months: 6,
  more: 1,
  most: 120,
  n: 2,
  name: "Bo",
  names: "contact_name",
  nps: "+31",
  percent: "60 %",
  phone: "+45 12 34",
  place: "Fjordline",
  points: 6,
  rhythm: "weekly",
  role: "agent",
  row: 12,
  rule: "Late deliveries",
  score: 7,
  seconds: 30,
  sent: 5,
  site: "trustpilot.com",
  slug: "fjordline",
  target: "email",
  text: "Call on Friday",
  time: "Tuesday at 09:00",
  title: "Your answer",
  to: 90,
  unknown: "shoe",
  value: "Freight",
  what: "14 new cases",
  who: "Bo at Fjordline",
  why: "noAddress",
  workspace: "Fjordline",
  written: "agent_name",
};

/** The values a text takes and the cases it tells apart: "{role, select, admin {…} other {…}}" has role, admin, other. */
function argumentsOf(whole: string) {
  const cases: string[] = [];
  const text = whole.replace(/\{(\w+), select, ((?:\w+ \{[^{}]*\} ?)+)\}/g, (_, name, choice) => {
    cases.push(...[...choice.matchAll(/(\w+) \{/g)].map((match) => match[1]));
    return `{${name}}`;
  });
  return [...new Set([...cases, ...argumentsIn(text)])];
}

const argumentsIn = (text: string) => [
  ...new Set([
    ...[...text.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1]),
    ...(text.includes("select,") ? [...text.matchAll(/(\w+) \{[^}]/g)].map((match) => match[1]) : []),
  ]),
];

describe.each(areas)("the texts of %s", (area) => {
  it.each(others)("take in %s what they take in English", (locale) => {
    const english: Record<string, string> = texts.en[area];
    const translated = Object.entries<string>(texts[locale][area]);
    expect(translated.map(([name]) => name).sort()).toEqual(Object.keys(english).sort());
    for (const [name, text] of translated) {
      expect(argumentsOf(text).sort(), name).toEqual(argumentsOf(english[name]!).sort());
    }
  });

  it.each(voices)("are all there in %s, and whole", (voice) => {
    for (const name of Object.keys(texts[voice][area])) {
      const said: string = Reflect.apply(translator(voice, area), undefined, [name, values]);
      expect(said.trim(), name).not.toBe("");
      expect(said, name).not.toMatch(/[{}]|\bundefined\b/);
    }
  });
});

describe("a formal voice", () => {
  /** What customers do not read. */
  const among = /^(?:invited|reset|notice|signIn|signUp|domain|case)/;
  const informal = {
    "de-x-formal": /(?<!\p{L})(?:du|dich|dir|dein\p{L}*|euch)(?!\p{L})/iu,
    "fi-x-formal":
      /(?<!\p{L})(?:sinä|sinu\p{L}+|voit|olet|saat|annoit|valitsit|paina|kirjoita|valitse|muuta)(?!\p{L})|\p{L}+(?:ksesi|tasi|naasi|llesi|llasi)(?!\p{L})/iu,
  };

  it.each(["de-x-formal", "fi-x-formal"] as const)(
    "in %s never falls back into the familiar way",
    (voice) => {
      const familiar = ofCustomers.flatMap((area) =>
        Object.entries<string>(texts[voice][area])
          .filter(([name]) => !(area === "mail" && among.test(name)))
          .filter(([name, text]) => !/^(?:gone|away|busy|contact$)/.test(name) && informal[voice].test(text))
          .map(([name, text]) => `${name}: ${text}`),
      );
      expect(familiar).toEqual([]);
    },
  );

  it.each(["de-x-formal", "fi-x-formal"] as const)(
    "in %s takes nothing but what its language takes",
    (voice) => {
      for (const area of ofCustomers) {
        const own: Record<string, string> = texts[voice][area];
        const english: Record<string, string> = texts.en[area];
        for (const [name, text] of Object.entries(own)) {
          expect(argumentsOf(english[name]!), name).toEqual(expect.arrayContaining(argumentsOf(text)));
        }
      }
    },
  );

  it("exists where a language has two ways to address people", () => {
    expect(locales.map((locale) => voiceOf(locale, "formal"))).toEqual([
      ...["en", "sv", "da", "nb", "fi-x-formal", "de-x-formal"],
    ]);
    expect(voices.map(languageOf)).toEqual([...locales, "de", "fi"]);
  });
});

describe("a translator", () => {
  it("complains about a value that is not given", () => {
    expect(() => translator("fi", "mail")("greeting")).toThrow();
  });

  it("takes what looks like markup in a value as it is", () => {
    expect(translator("en", "mail")("greeting", { name: "<b>{x}</b> 'Bo'" })).toBe("Hi <b>{x}</b> 'Bo',");
  });

  it("is made once", () => {
    expect(translator("da", "answer")).toBe(translator("da", "answer"));
  });
});
