import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type RefusalKey, readRefusal, refusal } from "#server/refusal.ts";
import { locales } from "./locales.ts";
import { texts } from "./messages/texts.ts";
import { sayRefusal, sayStored } from "./say-refusal.ts";

const keys = Object.keys(texts.en.refusals) as RefusalKey[];
const others = locales.filter((locale) => locale !== "en");

/** Each value's name, and every case where a text tells cases apart. */
function valuesIn(text: string): Record<string, (string | number)[]> {
  const names = [...text.matchAll(/\{(\w+)(?:, (number|plural)|, select, (.+?\})\}|\})/g)];
  return Object.fromEntries(
    names.map(([, name, counted, cases]) => [
      name!,
      counted
        ? [0, 1, 2, 1200]
        : cases
          ? [...cases.matchAll(/(\w+) \{/g)].map(([, one]) => one!)
          : ["Åsa’s “word”"],
    ]),
  );
}

/** A refusal with any of the values that it takes. */
const anyRefusal = fc.constantFrom(...keys).chain((key) => {
  const values = Object.entries(valuesIn(texts.en.refusals[key]));
  return fc
    .record(Object.fromEntries(values.map(([name, some]) => [name, fc.constantFrom(...some)])))
    .map((given) => ({ key, given }));
});

const made = (key: RefusalKey, values: object) => Reflect.apply(refusal, undefined, [key, values]) as string;

it("every refusal is said whole in every language, with its values", () => {
  const property = fc.property(anyRefusal, fc.constantFrom(...locales), ({ key, given }, locale) => {
    const said = sayRefusal(locale, made(key, given));
    expect(said, key).not.toMatch(/refused\.|[{}]|undefined|NaN|\s{2}/);
    expect(said, key).toMatch(/^[\p{Lu}\p{N}“”«„(Å].*[.?!:]$|^.*\.$/u);
    for (const value of Object.values(given)) if (value === "Åsa’s “word”") expect(said).toContain(value);
  });
  fc.assert(property, { numRuns: 3000 });
});

it("every case of every choice is said in words of its own", () => {
  for (const locale of others) {
    for (const key of keys) {
      for (const [name, cases] of Object.entries(valuesIn(texts.en.refusals[key])))
        for (const one of cases) {
          const first = Object.fromEntries(
            Object.entries(valuesIn(texts.en.refusals[key])).map(([other, some]) => [other, some[0]]),
          );
          const said = sayRefusal(locale, made(key, { ...first, [name]: one }));
          expect(said, `${locale} ${key}`).not.toMatch(/[{}]/);
        }
    }
  }
});

it("no language has fallen back to English", () => {
  const english = /\b(?:the|this|choose|write|there|already|and|please|first|with|them)\b/i;
  for (const locale of others)
    for (const key of keys) {
      const text = texts[locale].refusals[key].replace(/\{\w+, select, .*?\}\}/g, "");
      expect(text, `${locale} ${key}`).not.toBe(texts.en.refusals[key]);
      expect(text, `${locale} ${key}`).not.toMatch(english);
    }
});

it("is read as what it was made of", () => {
  const value = fc.oneof(fc.string(), fc.integer());
  const property = fc.property(fc.constantFrom(...keys), fc.dictionary(fc.string(), value), (key, values) => {
    expect(readRefusal(made(key, values))).toEqual({ key, values: { ...values } });
  });
  fc.assert(property);
});

it("says numbers as each language writes them", () => {
  const most = refusal("tooLong", { most: 20_000 });
  expect(sayRefusal("en", most)).toBe("This can have 20,000 characters at most. Shorten it.");
  expect(sayRefusal("de", most)).toBe("Hier gehen höchstens 20.000 Zeichen. Kürze es.");
  expect(sayRefusal("sv", most)).toBe("Det här får ha högst 20\u00a0000 tecken. Korta det.");
});

it("returns a sentence that was stored before there were keys as it is", () => {
  for (const text of ["This date lies in the future.", "", "refused.gone", "refused."])
    expect(sayRefusal("sv", text)).toBe(text);
});

it("returns what a stranger wrote in the shape of a refusal as it is", () => {
  for (const text of ["refused.tooLong", "refused.tooLong{", 'refused.tooLong{"least":3}'])
    expect(sayStored("sv", text)).toBe(text);
  expect(sayStored("sv", refusal("chatNoHost"))).toBe("Värden finns inte.");
});

it("no schema has a sentence of its own", () => {
  const server = resolve(import.meta.dirname, "..");
  const schemas = readdirSync(server, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith("/schema.ts") && path !== "api/schema.ts",
  );
  expect(schemas.length).toBeGreaterThan(30);
  const sentences = schemas.flatMap((path) =>
    [...readFileSync(join(server, path), "utf8").matchAll(/"[A-Z][\w’]* [^"\n]*\."/g)].map(
      ([text]) => `${path}: ${text}`,
    ),
  );
  expect(sentences).toEqual([]);
});
