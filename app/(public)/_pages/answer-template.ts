import { escapeHtml } from "#emails/escape-html.ts";
import { cutAtSlots, type Slotted, slot } from "#emails/slots.ts";
import type { OfferedDriver } from "#server/driver/rules.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { groupOf, SCORES } from "#server/nps/groups.ts";
import type { CompleteTexts } from "#server/survey/rules.ts";
import { documentOf, sender } from "./document.ts";
import { enhanceAnswer } from "./enhance.ts";
import { endPointSentence, followUps, scale } from "./scale.ts";

export type AskedSurvey = {
  texts: CompleteTexts;
  /** The one-tap reasons to choose from. */
  drivers: readonly OfferedDriver[];
  companyName: string;
  locale: Voice;
  timeZone: string;
};

/**
 * All of the answer page that is the same for everybody who is asked this survey in this language: made in
 * a millisecond, to be kept. All markup.
 */
export type AnswerPageTemplate = {
  survey: AskedSurvey;
  page: Slotted;
  /** What stands there while no number is chosen, and for 0 to 10. */
  unchosen: Choice;
  chosen: readonly Choice[];
  title: string;
  errorTitle: string;
  mine: string;
  optOut: string;
};

type Choice = { said: string; scale: string; followUp: string };

/** The template of `survey`'s answer page, for `answerPage` to fill. `script` is the enhancement, of enhance.ts. */
export function answerPageTemplate(survey: AskedSurvey, script = enhanceAnswer): AnswerPageTemplate {
  const { texts, locale, companyName } = survey;
  const t = translator(locale, "answer");
  const title = t("title", { company: companyName });
  return {
    survey,
    page: cutAtSlots(page(survey, script)),
    unchosen: { said: "", scale: scale(texts, locale, null), followUp: escapeHtml(t("reason")) },
    chosen: SCORES.map((score) => ({
      said: escapeHtml(t("chosen", { score })),
      scale: scale(texts, locale, score),
      followUp: escapeHtml(followUpOf(texts, score)),
    })),
    title: escapeHtml(title),
    errorTitle: escapeHtml(t("errorTitle", { title })),
    mine: escapeHtml(t("mineLink")),
    optOut: escapeHtml(t("optOut", { company: companyName })),
  };
}

function page({ texts, locale, companyName }: AskedSurvey, script: string): string {
  const t = translator(locale, "answer");
  return documentOf({
    locale,
    title: slot("title"),
    nonce: slot("nonce"),
    body: `${sender(companyName)}${slot("above")}<form method="post" action="${slot("action")}" novalidate>
<fieldset role="radiogroup" aria-required="true"${slot("invalid")}><legend><h1>${escapeHtml(texts.question)}</h1><span>${endPointSentence(texts, locale)}</span></legend>
${slot("earlier")}<p id="chosen" role="status" data-text="${escapeHtml(t("chosen", { score: "{score}" }))}">${slot("said")}</p>${slot("scoreProblem")}${slot("scale")}</fieldset>
<label for="comment"><b id="why"${followUps(texts)}>${slot("followUp")}</b> <span class="mu">${escapeHtml(t("optional"))}</span></label>${slot("comment")}
${slot("drivers")}${slot("contact")}${slot("hidden")}<p class="send"><button id="send" data-sending="${escapeHtml(t("sending"))}">${escapeHtml(t("send"))}</button><span class="mu">${escapeHtml(t("sendHint"))}</span></p></form>
<footer class="mu"><span>${escapeHtml(t("goesTo", { company: companyName }))}</span>${slot("mine")}${slot("optOut")}</footer>`,
    script,
  });
}

function followUpOf(texts: CompleteTexts, score: number): string {
  const byGroup = {
    detractor: texts.followUpDetractor,
    passive: texts.followUpPassive,
    promoter: texts.followUpPromoter,
  };
  return byGroup[groupOf(score)];
}
