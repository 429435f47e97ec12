import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { wordsOf } from "#app/_i18n/words.ts";
import { locales } from "./locales.ts";
import { appTexts } from "./messages/app.ts";
import { inLanguage, speak } from "./speak.ts";
import { readersLanguage, speakFrom, speech } from "./speech.ts";
import { appTranslator } from "./translate-app.ts";

describe("the language of a request", () => {
  it("stays what it is while other requests are answered in others", async () => {
    const heard = await Promise.all(
      Array.from({ length: 60 }, (_, at) => locales[at % locales.length]!).map((locale, at) =>
        inLanguage(locale, async () => {
          await sleep(at % 7);
          const before = appTranslator("shell")("cases");
          await Promise.resolve().then(() => sleep(3));
          return { locale, before, after: appTranslator("shell")("cases"), told: readersLanguage() };
        }),
      ),
    );
    for (const { locale, ...said } of heard) {
      const cases = appTexts[locale].shell.cases;
      expect(said).toEqual({ before: cases, after: cases, told: locale });
    }
  });

  it("is asked for when a text is, not when its translator is made", () => {
    const t = appTranslator("shell");
    speakFrom(() => undefined);
    expect(() => t("cases")).toThrow("outside any language");
    speakFrom(() => ({
      locale: "en",
      area: (name) => (name === "shell" ? { cases: "Ärenden" } : undefined),
    }));
    expect(t("cases")).toBe("Ärenden");
    expect(() => t("me")).toThrow('"me"');
    expect(() => appTranslator("live")("newAnswer")).toThrow('"live"');
    speak("en");
    expect(t("cases")).toBe("Cases");
  });
});

describe("a text", () => {
  it("is filled in as its language counts and writes figures", () => {
    expect(appTranslator("shell")("openCases", { count: 1 })).toBe("1 open case");
    expect(appTranslator("shell")("openCases", { count: 1234 })).toBe("1,234 open cases");
  });

  it("takes what looks like markup in a value as it is, and complains about a value that is not given", () => {
    const t = appTranslator("auth");
    expect(t("joinAs", { email: "<b>{x}</b> 'Bo'" })).toContain("<b>{x}</b> 'Bo'");
    expect(() => Reflect.apply(t, undefined, ["joinAs"])).toThrow("email");
  });

  it("keeps its places for whoever shows it later, where many are looked up at once", () => {
    const t = appTranslator("live");
    expect(wordsOf(t as (key: "newAnswer" | "newAnswers") => string, ["newAnswer", "newAnswers"])).toEqual({
      newAnswer: "1 new answer",
      newAnswers: "{n} new answers",
    });
  });

  it("says whether it exists", () => {
    expect(appTranslator("shell").has("cases")).toBe(true);
    expect(Reflect.apply(appTranslator("shell").has, undefined, ["casesOf"])).toBe(false);
  });

  it("is made ready in every language that is offered, for pages that are given whole areas", () => {
    for (const locale of locales) {
      inLanguage(locale, () => {
        for (const name of Object.keys(appTexts.en) as (keyof typeof appTexts.en)[]) {
          expect(Object.keys(speech().area(name)!).length, `${locale} ${name}`).toBeGreaterThan(0);
        }
      });
    }
  });
});
