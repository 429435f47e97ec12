import { type AnswerPageTemplate, answerPageTemplate } from "#app/(public)/_pages/answer-template.ts";
import type { Ctx } from "#server/context.ts";
import { pickLocale } from "#server/i18n/locales.ts";
import { type Asked, findTexts } from "#server/response/find-asked.ts";
import { textsFor } from "#server/survey/rules.ts";

const templates = new Map<string, AnswerPageTemplate>();
const most = 500;

/** The answer page of a survey in the customer's language, made once and kept until a word of it changes. */
export async function surveyTemplate(ctx: Ctx, asked: Asked): Promise<AnswerPageTemplate> {
  const { surveyId, words, companyName, timezone } = asked;
  const key = [surveyId, words, asked.locale, timezone, companyName].join("\n");
  const known = templates.get(key);
  if (known) return known;
  const locale = pickLocale(asked.locale, "en");
  const texts = textsFor({ texts: await findTexts(ctx, surveyId), companyName, locale });
  const made = answerPageTemplate({ texts, companyName, locale, timeZone: timezone });
  const oldest = templates.keys().next();
  if (templates.size >= most && !oldest.done) templates.delete(oldest.value);
  templates.set(key, made);
  return made;
}
