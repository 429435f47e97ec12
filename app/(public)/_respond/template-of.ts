import { type AnswerPageTemplate, answerPageTemplate } from "#app/(public)/_pages/answer-template.ts";
import { offeredDrivers } from "#server/driver/rules.ts";
import { pickLocale, voiceOf } from "#server/i18n/locales.ts";
import type { Words } from "#server/response/find-asked.ts";
import { textsFor } from "#server/survey/rules.ts";

/** What a survey's page is made of, but for the words. */
export type Page = {
  surveyId: string;
  /** Another one whenever words of the survey may have changed. */
  words: string;
  companyName: string;
  locale: string;
  timezone: string;
  /** The enhancement, of enhance.ts. */
  script: string;
};

const templates = new Map<string, AnswerPageTemplate>();
const most = 500;

/** The template of a survey's page in a language: made once, and kept until a word of it changes. `read` is asked for the words then. */
export async function templateOf(page: Page, read: () => Promise<Words | null>): Promise<AnswerPageTemplate> {
  const { surveyId, words, companyName, timezone, script } = page;
  const key = [surveyId, words, page.locale, timezone, companyName, script].join("\n");
  const known = templates.get(key);
  if (known) return known;
  const locale = pickLocale(page.locale, "en");
  const own = await read();
  const voice = voiceOf(locale, own?.tone ?? "informal");
  const texts = textsFor({ texts: own?.texts ?? {}, companyName, locale: voice });
  const drivers = offeredDrivers(own?.drivers ?? [], locale);
  const survey = { texts, drivers, companyName, locale: voice, timeZone: timezone };
  const made = answerPageTemplate(survey, script);
  const oldest = templates.keys().next();
  if (templates.size >= most && !oldest.done) templates.delete(oldest.value);
  templates.set(key, made);
  return made;
}
