import { escapeHtml } from "#emails/escape-html.ts";
import { cutAtSlots, fillSlots, type Slotted, slot } from "#emails/slots.ts";
import { formatDate } from "#server/i18n/format.ts";
import type { Locale } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { groupOf } from "#server/nps/groups.ts";
import type { CompleteTexts } from "#server/survey/rules.ts";
import { documentOf, hiddenFields, sender } from "./document.ts";
import { enhanceAnswer } from "./enhance.ts";
import { type AnswerProblem, problemBeside, problemState, problemSummary } from "./problems.ts";
import { endPointSentence, followUps, scale } from "./scale.ts";

export type AskedSurvey = { texts: CompleteTexts; companyName: string; locale: Locale; timeZone: string };

/** What differs from one view of the page to the next. */
export type AnswerView = {
  /** Of the page's Content-Security-Policy. */
  nonce: string;
  /** Where the form is posted to, with the fields `score` and `comment`. */
  action: string;
  /** Further fields that come back with the form. */
  hidden: Readonly<Record<string, string>>;
  /** The number that stands chosen: from the link, from the form that came back, or the earlier answer's. */
  score: number | null;
  comment: string;
  /** The answer that is already there. */
  earlier?: { score: number; at: Date } | null;
  problems?: readonly AnswerProblem[];
  optOutUrl?: string | null;
  /** The link of a test mail: the page says that nothing is counted. */
  test?: boolean;
};

/** All of the answer page that is the same for everybody who is asked this survey in this language. Keep it. */
export type AnswerPageTemplate = { survey: AskedSurvey; page: Slotted; scales: readonly string[] };

export function answerPageTemplate(survey: AskedSurvey): AnswerPageTemplate {
  const { texts, locale, companyName } = survey;
  const t = translator(locale, "answer");
  const page = cutAtSlots(
    documentOf({
      locale,
      title: slot("title"),
      nonce: slot("nonce"),
      body: `${sender(companyName)}${slot("above")}<form method="post" action="${slot("action")}" novalidate>
<fieldset role="radiogroup" aria-required="true"${slot("invalid")}><legend><h1>${escapeHtml(texts.question)}</h1><span>${endPointSentence(texts, locale)}</span></legend>
${slot("earlier")}<p id="chosen" role="status" data-text="${escapeHtml(t("chosen", { score: "{score}" }))}">${slot("chosen")}</p>${slot("scoreProblem")}${slot("scale")}</fieldset>
<label for="comment"><b id="why"${followUps(texts)}>${slot("followUp")}</b> <span class="mu">${escapeHtml(t("optional"))}</span></label>${slot("comment")}
${slot("hidden")}<p class="send"><button id="send" data-sending="${escapeHtml(t("sending"))}">${escapeHtml(t("send"))}</button><span class="mu">${escapeHtml(t("sendHint"))}</span></p></form>
<footer class="mu"><span>${escapeHtml(t("goesTo", { company: companyName }))}</span>${slot("optOut")}</footer>`,
      script: enhanceAnswer,
    }),
  );
  const scales = [null, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((chosen) => scale(texts, locale, chosen));
  return { survey, page, scales };
}

/** The page on which a respondent answers, as a whole HTML document; a form that works without scripts. */
export function answerPage({ survey, page, scales }: AnswerPageTemplate, view: AnswerView): string {
  const { texts, locale, companyName, timeZone } = survey;
  const t = translator(locale, "answer");
  const { score, earlier, problems = [] } = view;
  const title = t("title", { company: companyName });
  const isNew = score !== null && score !== earlier?.score && problems.length === 0;
  return fillSlots(page, {
    nonce: escapeHtml(view.nonce),
    title: escapeHtml(problems.length > 0 ? t("errorTitle", { title }) : title),
    above: (view.test ? `<p class="test">${escapeHtml(t("test"))}</p>` : "") + problemSummary(problems, locale),
    action: escapeHtml(view.action),
    invalid: problemState("score", problems),
    earlier: earlier ? `<p>${escapeHtml(sayEarlier(earlier, locale, timeZone))}</p>` : "",
    chosen: isNew ? escapeHtml(t("chosen", { score })) : "",
    scoreProblem: problemBeside("score", problems, locale),
    scale: scales[score === null ? 0 : score + 1]!,
    followUp: escapeHtml(score === null ? t("reason") : followUpOf(texts, score)),
    comment: commentField(view.comment, problems, locale),
    hidden: hiddenFields(view.hidden),
    optOut: view.optOutUrl ? optOutLink(view.optOutUrl, companyName, locale) : "",
  });
}

function sayEarlier(earlier: { score: number; at: Date }, locale: Locale, timeZone: string): string {
  const date = formatDate(earlier.at, locale, timeZone);
  return translator(locale, "answer")("earlier", { score: earlier.score, date });
}

function followUpOf(texts: CompleteTexts, score: number): string {
  const byGroup = {
    detractor: texts.followUpDetractor,
    passive: texts.followUpPassive,
    promoter: texts.followUpPromoter,
  };
  return byGroup[groupOf(score)];
}

/** Not cut off at the longest comment: what is too long comes back whole, with a word about it. */
function commentField(comment: string, problems: readonly AnswerProblem[], locale: Locale): string {
  const state = problemState("comment", problems);
  return `${problemBeside("comment", problems, locale)}<textarea id="comment" name="comment" rows="4" dir="auto" autocomplete="off"${state}>\n${escapeHtml(comment)}</textarea>`;
}

function optOutLink(url: string, company: string, locale: Locale): string {
  const words = translator(locale, "answer")("optOut", { company });
  return `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`;
}
