import { describe, expect, it } from "vitest";
import { locales, voices } from "#server/i18n/locales.ts";
import { leadingWords, missingWords } from "./check-words.ts";
import { textsFor } from "./rules.ts";

const text = (text: string, field = "intro", locale = "en") => ({ text, field, locale });

describe("words that lead the answer", () => {
  it.each([
    "Please give us a 10!",
    "We would love the highest score from you",
    "As a valued customer, your opinion counts.",
    "Hoppas du vill ge oss högsta betyg",
    "Giv os en 10",
    "Gi oss en tier",
    "Antakaa meille 10",
    "Geben Sie uns eine 10, bitte",
    "Five stars?",
  ])("are found: %s", (said) => {
    expect(leadingWords([text(said)])).toHaveLength(1);
  });

  it.each([
    "How likely are you to recommend us?",
    "Ten minutes after your trip we ask one question.",
    "What should we improve?",
    "Hur var servicen?",
    "Was war gut, was nicht?",
    "The great outdoors",
  ])("are not found: %s", (said) => {
    expect(leadingWords([text(said)])).toEqual([]);
  });

  it("stand in none of our own texts", () => {
    for (const locale of voices) {
      const ours = Object.values(textsFor({ texts: {}, companyName: "Fjordline", locale }));
      expect(leadingWords(ours.map((said) => text(said))), locale).toEqual([]);
    }
  });
});

describe("words that are missing", () => {
  it("are those that stand in another language", () => {
    const texts = [text("x", "question", "sv"), text("y", "intro", "sv"), text("z", "question", "da")];
    const missing = missingWords(texts);
    expect(missing.find(({ locale }) => locale === "sv")).toBeUndefined();
    expect(missing.find(({ locale }) => locale === "da")).toEqual({ locale: "da", fields: ["intro"] });
    expect(missing).toHaveLength(locales.length - 1);
    expect(missingWords([])).toEqual([]);
  });
});
