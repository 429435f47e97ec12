import { describe, expect, it } from "vitest";
import { locales } from "../locales.ts";
import { translator } from "../translate.ts";
import { type TextArea, texts } from "./texts.ts";

const areas: TextArea[] = ["answer", "mail", "survey"];
const others = locales.filter((locale) => locale !== "en");

const values = {
  company: "Fjordline",
  count: 2,
  customer: "Åsa",
  date: "1 May",
  domain: "fjordline.dk",
  drivers: "Price",
  email: "a@b.example",
  inviter: "Maja",
  label: "not at all likely",
  max: 5000,
  minutes: 60,
  months: 6,
  name: "Bo",
  phone: "+45 12 34",
  role: "agent",
  score: 7,
  time: "Tuesday at 09:00",
  title: "Your answer",
  who: "Bo at Fjordline",
  workspace: "Fjordline",
};

/** The values a text takes and the cases it tells apart: "{role, select, admin {…} other {…}}" has role, admin, other. */
const argumentsOf = (text: string) => [
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

  it.each(locales)("are all there in %s, and whole", (locale) => {
    for (const name of Object.keys(texts[locale][area])) {
      const said: string = Reflect.apply(translator(locale, area), undefined, [name, values]);
      expect(said.trim(), name).not.toBe("");
      expect(said, name).not.toMatch(/[{}]|\bundefined\b/);
    }
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
