import { escapeHtml } from "#emails/escape-html.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { groupOf, SCORES } from "#server/nps/groups.ts";
import { type CompleteTexts, endPoints } from "#server/survey/rules.ts";

/** Eleven radio buttons, `chosen` among them checked; 0 stays on the left where a language is read from the right. */
export function scale(texts: CompleteTexts, locale: Voice, chosen: number | null): string {
  const ends = endPoints(texts, locale);
  const words: Record<number, string> = { 0: ends.low, 10: ends.high };
  const boxes = SCORES.map((score) => {
    const end = words[score] ? `<i class="sr">, ${escapeHtml(words[score])}</i>` : "";
    const checked = score === chosen ? " checked" : "";
    const first = score === 0 ? ` id="score-0"` : "";
    return `<label><input type="radio" name="score" value="${score}"${first}${checked}><span>${score}${end}</span></label>`;
  });
  return `<div class="scale" dir="ltr">${boxes.join("")}</div>`;
}

/** "Choose a number from 0 to 10. 0 = not at all likely, 10 = extremely likely." */
export function endPointSentence(texts: CompleteTexts, locale: Voice): string {
  const ends = endPoints(texts, locale);
  const choose = translator(locale, "survey")("choose");
  return `${escapeHtml(choose)} <b>0 = ${escapeHtml(ends.low)}</b>, <b>10 = ${escapeHtml(ends.high)}</b>.`;
}

/** The follow-up questions as attributes for enhance.ts: "00000001122" has for each score the place of its group's. */
export function followUps(texts: CompleteTexts): string {
  const places = { detractor: 0, passive: 1, promoter: 2 };
  const questions = [texts.followUpDetractor, texts.followUpPassive, texts.followUpPromoter];
  return (
    ` data-groups="${SCORES.map((score) => places[groupOf(score)]).join("")}"` +
    questions.map((question, place) => ` data-${place}="${escapeHtml(question)}"`).join("")
  );
}
