import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerIn } from "./answer-in.ts";

describe("an answer in a mail", () => {
  it.each([
    ["8", 8, ""],
    ["10", 10, ""],
    ["0.", 0, ""],
    ["9!\n\nThanks for the help", 9, "Thanks for the help"],
    ["8/10", 8, ""],
    ["8 / 10 – quick and kind", 8, "quick and kind"],
    ["7 av 10, bra service", 7, "bra service"],
    ["åtta", 8, ""],
    ["Åtta.\nLeveransen kom sent", 8, "Leveransen kom sent"],
    ["Zehn!", 10, ""],
    ["8, because the driver called ahead", 8, "because the driver called ahead"],
    ["3 because nobody called", 3, "because nobody called"],
    ["2 – ingen svarade\noch ingen ringde", 2, "ingen svarade\noch ingen ringde"],
    ["Score: 9", 9, ""],
    ["Mitt betyg är 6", 6, ""],
    ["5: okay", 5, "okay"],
  ])("%j is %i", (text, score, comment) => {
    expect(answerIn(text)).toEqual({ score, comment });
  });

  it.each([
    "8 or 9",
    "8-9",
    "8, 9 or so",
    "5 days ago I ordered a sofa",
    "10:30 would suit me",
    "11",
    "100",
    "8.5",
    "8,5",
    "4711 was never answered",
    "5. november kom den ikke",
    "to be honest, I am not sure",
    "Ni har varit snälla",
    "I would say 8",
    "-3",
    "",
    "Hello",
    "7 av 9",
    "1) nobody called",
    "6 % off?",
  ])("%j is for a person to read", (text) => {
    expect(answerIn(text)).toBeNull();
  });

  it("is every score alone, with whatever stands on the lines below as its comment", () => {
    const comment = fc.string().map((text) => text.trim());
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), comment, (score, below) => {
        expect(answerIn(`${score}\n${below}`)).toEqual({ score, comment: below });
      }),
    );
  });

  it("is found or not in any text without a fault", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const found = answerIn(text);
        if (found) expect(found.score).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

it("a first line that is longer than any comment is no answer", () => {
  expect(answerIn(`8 /${" ".repeat(1_000_000)}x`)).toBeNull();
  expect(answerIn(`9, because ${"it was good ".repeat(400).trim()}.`)?.score).toBe(9);
});
