import { type AnswerPageTemplate, answerPageTemplate } from "#app/(public)/_pages/answer-template.ts";
import { offeredDrivers } from "#server/driver/rules.ts";
import { type Runtime, withToken, withTokenAtOnce } from "#server/entry.ts";
import { pickLocale, voiceOf } from "#server/i18n/locales.ts";
import { type Asked, findAsked, findWords } from "#server/response/find-asked.ts";
import { textsFor } from "#server/survey/rules.ts";

/** What a link leads to, and its page but for what differs from view to view. Null when it leads nowhere. */
export async function findPage(
  rt: Runtime,
  token: string,
): Promise<{ asked: Asked; template: AnswerPageTemplate } | null> {
  const asked = await withTokenAtOnce(rt, "answer", token, findAsked);
  return asked && { asked, template: await templateOf(rt, token, asked) };
}

const templates = new Map<string, AnswerPageTemplate>();
const most = 500;

/** Made once for a survey in a language, and kept until a word of it changes. */
async function templateOf(rt: Runtime, token: string, asked: Asked): Promise<AnswerPageTemplate> {
  const { surveyId, words, companyName, timezone } = asked;
  const key = [surveyId, words, asked.locale, timezone, companyName].join("\n");
  const known = templates.get(key);
  if (known) return known;
  const locale = pickLocale(asked.locale, "en");
  const own = await withToken(rt, "answer", token, (ctx) => findWords(ctx, surveyId));
  const voice = voiceOf(locale, own?.tone ?? "informal");
  const texts = textsFor({ texts: own?.texts ?? {}, companyName, locale: voice });
  const drivers = offeredDrivers(own?.drivers ?? [], locale);
  const made = answerPageTemplate({ texts, drivers, companyName, locale: voice, timeZone: timezone });
  const oldest = templates.keys().next();
  if (templates.size >= most && !oldest.done) templates.delete(oldest.value);
  templates.set(key, made);
  return made;
}
