import { describe, expect, it } from "vitest";
import { locales } from "#server/i18n/locales.ts";
import { endPoints, textsFor, textsToStore } from "./rules.ts";
import { SurveyTexts } from "./schema.ts";

const own = (texts: Record<string, Record<string, string>>) => ({ texts, companyName: "Fjordline" });

describe("the texts of a survey", () => {
  it.each([
    ["en", "How likely are you to recommend Fjordline to a friend or colleague?"],
    ["sv", "Hur troligt är det att du skulle rekommendera Fjordline till en vän eller kollega?"],
    ["da", "Hvor sandsynligt er det, at du vil anbefale Fjordline til en ven eller kollega?"],
    ["nb", "Hvor sannsynlig er det at du vil anbefale Fjordline til en venn eller kollega?"],
    ["fi", "Kuinka todennäköisesti suosittelisit yritystä Fjordline ystävällesi tai työkaverillesi?"],
    ["de", "Wie wahrscheinlich ist es, dass du Fjordline einem Freund oder Kollegen weiterempfiehlst?"],
  ] as const)("ask in %s as the product's wording has it", (locale, question) => {
    expect(textsFor({ ...own({}), locale }).question).toBe(question);
  });

  it("ask formally where the language has it, and keep the company's own words", () => {
    const texts = { de: { subject: "Ihre Meinung" } };
    expect(textsFor({ ...own(texts), locale: "de-x-formal" })).toMatchObject({
      question: "Wie wahrscheinlich ist es, dass Sie Fjordline einem Freund oder Kollegen weiterempfehlen?",
      subject: "Ihre Meinung",
      lowLabel: "Überhaupt nicht wahrscheinlich",
    });
  });

  it.each(locales)("are complete in %s but for the intro, which nobody has to write", (locale) => {
    const { intro, ...others } = textsFor({ ...own({}), locale });
    expect(intro).toBe("");
    for (const text of Object.values(others)) expect(text.length).toBeGreaterThan(4);
  });

  it("are the company's where it wrote some, in that language alone", () => {
    const texts = { fi: { question: "Suosittelisitko Fjordlinea?", subject: " " } };
    expect(textsFor({ ...own(texts), locale: "fi" }).question).toBe("Suosittelisitko Fjordlinea?");
    expect(textsFor({ ...own(texts), locale: "fi" }).subject).toBe("Suosittelisitko yritystä Fjordline?");
    expect(textsFor({ ...own(texts), locale: "sv" }).question).toContain("Hur troligt");
  });

  it("take a company's name as it is, braces and tags too", () => {
    expect(textsFor({ texts: {}, companyName: "<b>{company}</b>", locale: "en" }).subject).toBe(
      "Would you recommend <b>{company}</b>?",
    );
  });

  it("begin our end points with a small letter and leave the company's alone", () => {
    const ours = textsFor({ ...own({}), locale: "de" });
    expect(endPoints(ours, "de")).toEqual({
      low: "überhaupt nicht wahrscheinlich",
      high: "äußerst wahrscheinlich",
    });
    expect(endPoints({ ...ours, lowLabel: "Niemals" }, "de").low).toBe("Niemals");
  });
});

describe("texts that somebody entered", () => {
  it("lose what could end a header on their way into a subject", () => {
    const texts = SurveyTexts.parse({ en: { subject: "Hello\r\nBcc: x@y.z\u2028again\u0000" } });
    expect(texts.en?.subject).toBe("Hello Bcc: x@y.z again");
  });

  it("keep their paragraphs where there may be some", () => {
    expect(SurveyTexts.parse({ en: { intro: "One.\r\n\r\nTwo.\u0007 " } }).en?.intro).toBe("One.\n\nTwo.");
  });

  it("are refused when they are too long, in a language we do not have, or for a text there is not", () => {
    expect(SurveyTexts.safeParse({ en: { question: "x".repeat(201) } }).success).toBe(false);
    expect(SurveyTexts.safeParse({ fr: { question: "Ça va ?" } }).success).toBe(false);
    expect(SurveyTexts.safeParse({ en: { logo: "x" } }).success).toBe(false);
  });

  it("are kept without the empty ones", () => {
    const entered = SurveyTexts.parse({ en: { question: "Well?", intro: " " }, sv: { subject: "" } });
    expect(textsToStore(entered)).toEqual({ en: { question: "Well?" } });
  });
});
