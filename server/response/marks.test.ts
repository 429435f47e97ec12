import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closing, marksIn, marksInName, opening, type Span } from "./marks.ts";
import { beginningFor, piecesOf } from "./rules.ts";
import { termsOf } from "./terms.ts";

const shown = (text: string, spans: readonly Span[]) =>
  piecesOf(text, spans)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join("");

const marked = (text: string, q: string, found = "", common: string[] = []) =>
  shown(
    text,
    marksIn(
      text,
      termsOf(q).map((term) => ({ ...term, common: common.includes(term.text) })),
      found,
    ),
  );

describe("marks in a comment", () => {
  it("are at parts of words, and of short and common words at whole ones", () => {
    expect(marked("Snabbleveransen, leverans!", "leverans")).toBe("Snabb[leverans]en, [leverans]!");
    expect(marked("ok, smoke, okay", "ok")).toBe("[ok], smoke, [ok]ay");
    expect(marked("Inte interiör", "inte", "", ["inte"])).toBe("[Inte] interiör");
  });

  it("are at phrases as they stand, whatever signs are between their words", () => {
    expect(marked("Not good. NOT,\n good! nothing good", '"not good"')).toBe(
      "[Not good]. [NOT,\n good]! nothing good",
    );
  });

  it("are at what the database found, but not where an accent that was typed is missing", () => {
    const text = "Leveranserna var sena";
    expect(marked(text, "leveransen", `${opening}Leveranserna${closing} var sena`)).toBe(
      "[Leveranserna] var sena",
    );
    const german = `${opening}schon${closing} ${opening}schöner${closing}`;
    expect(marked("schon schöner", "schön", german)).toBe("schon [schöner]");
  });

  it("are none from a text that is not the comment", () => {
    expect(marked("late", "late", `${opening}other${closing}`)).toBe("[late]");
    expect(marked("late again", "again", `late ${opening}again${closing}st`)).toBe("late [again]");
    expect(marked(`a${opening}late${closing}`, "later", `a ${opening}late${closing} `)).toBe(
      `a${opening}[late]${closing}`,
    );
  });

  it("take what is typed for what it is", () => {
    for (const q of [".*", "(a", "a|b", "a\\", "[a", "a+", "$", "a{2", "a-z/x"])
      expect(() => marked("a|b (a [a a+ a-z/x", q)).not.toThrow();
    expect(marked("1.5 and 105", "1.5")).toBe("[1.5] and 105");
  });
});

describe("marks in a name", () => {
  it("are where a letter was typed without its accent, never the other way round", () => {
    const inName = (name: string, q: string) => shown(name, marksInName(name, termsOf(q)));
    expect(inName("Håkan Ångström", "hakan")).toBe("[Håkan] Ångström");
    expect(inName("Hakan", "håkan")).toBe("Hakan");
    expect(inName("Sørlie Æbeltoft", "aebel sorlie")).toBe("[Sørlie] [Æbel]toft");
    expect(inName("Anna Berg-Lind", "lin")).toBe("Anna Berg-[Lin]d");
  });
});

describe("marked texts", () => {
  const words = fc.array(
    fc.constantFrom("late", "Försenad", "not", "ok", "👍🏽", "<b>", "&", "é", "\n", "", " "),
  );
  const text = fc.oneof(
    words.map((all) => all.join(" ")),
    fc.string({ unit: "grapheme", maxLength: 80 }),
    fc.string({ unit: fc.constantFrom(opening, closing, "a", "ß", " "), maxLength: 20 }),
  );

  it("are the same text in pieces, whatever is looked for and whatever the database says", () => {
    fc.assert(
      fc.property(text, text, text, (comment, q, found) => {
        const spans = marksIn(comment, termsOf(q), found);
        expect(
          piecesOf(comment, spans)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(comment);
        let end = -1;
        for (const [from, to] of spans) {
          expect(from).toBeGreaterThan(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(comment.length);
          end = to;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("are marked in names the same way", () => {
    fc.assert(
      fc.property(text, text, (name, q) => {
        const pieces = piecesOf(name, marksInName(name, termsOf(q)));
        expect(pieces.map((piece) => piece.text).join("")).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });

  it("begin with a word, and not so early that the first mark is out of sight", () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.nat(400), (long, at) => {
        const from = Math.min(at, Math.max(0, long.length - 1));
        const beginning = beginningFor(long, [[from, from + 1]]);
        expect(beginning).toBeLessThanOrEqual(from);
        expect(from - beginning).toBeLessThanOrEqual(120);
        if (beginning > 0 && beginning !== from) expect(long[beginning - 1]).toMatch(/\s/);
      }),
    );
  });
});
