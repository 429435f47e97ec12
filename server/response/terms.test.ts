import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { termsOf } from "./terms.ts";

const told = (q: string) => termsOf(q).map(({ text, phrase }) => (phrase ? `"${text}"` : text));

describe("what somebody looks for", () => {
  it("is words, all of them, in small letters and without the signs around them", () => {
    expect(told(" Leverans  INTE, (bra)! ")).toEqual(["leverans", "inte", "bra"]);
    expect(told("anna@x.se e-post C++ 3,5")).toEqual(["anna@x.se", "e-post", "c", "3,5"]);
  });

  it("is phrases between quotation marks of six languages", () => {
    expect(told('late "not good" at')).toEqual(['"not good"', "late", "at"]);
    for (const q of ["“not good”", "”not good”", "„not good“", "«not good»", "»not good«"])
      expect(told(q)).toEqual(['"not good"']);
    expect(told('"Not,\n good?"')).toEqual(['"not good"']);
  });

  it("takes an open quotation for words, and an empty one for nothing", () => {
    expect(told('late "not good')).toEqual(["late", "not", "good"]);
    expect(told('"" "?!" …')).toEqual([]);
  });

  it("keeps accents, however they are written", () => {
    expect(told("Ha\u030akan")).toEqual(["håkan"]);
  });

  it("says each thing once, and eight at most", () => {
    expect(told("bra Bra BRA")).toEqual(["bra"]);
    expect(told("a b c d e f g h i j")).toHaveLength(8);
  });

  it("has letters or digits in every term, no blanks in a word and nothing a database refuses, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (q) => {
        for (const { text, phrase } of termsOf(q)) {
          expect(text).toMatch(/[\p{L}\p{N}]/u);
          expect(text).not.toMatch(phrase ? /[^\p{L}\p{N}\p{M} ]/u : /[\s\p{Cc}\p{Cs}]/u);
          expect(termsOf(phrase ? `"${text}"` : text)).toEqual([{ text, phrase }]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
