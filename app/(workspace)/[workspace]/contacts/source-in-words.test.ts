import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { inLanguage, speak } from "#server/i18n/speak.ts";
import { sourceInWords } from "./source-in-words.ts";

speak();

const server = resolve(import.meta.dirname, "../../../../server");
const written = readdirSync(server, { recursive: true, encoding: "utf8" })
  .filter((path) => /^(?!i18n|mailbox|test|csv)[^.]*\.ts$/.test(path))
  .flatMap((path) => [
    ...readFileSync(join(server, path), "utf8").matchAll(/\bsource(?:: | = )([^;,\n]*"[^;,\n]*)/g),
  ])
  .flatMap(([, value]) => [...value!.matchAll(/(?:^|[?:] )"([^"]+)"/g)].map(([, source]) => source!));

it("every source that the server writes down is said in words", () => {
  expect(written.length).toBeGreaterThan(10);
  for (const source of written)
    expect(
      inLanguage("fi", () => sourceInWords(source)),
      source,
    ).not.toBe(source);
});

it("a source of somebody else's is left as it is", () => {
  for (const source of ["Salesforce", "constructor"])
    expect(inLanguage("sv", () => sourceInWords(source))).toBe(source);
});
