import { escapeHtml } from "#emails/escape-html.ts";
import type { NextStep } from "#server/case/rules.ts";
import { formatDate } from "#server/i18n/format.ts";
import { translator } from "#server/i18n/translate.ts";
import { groupOf } from "#server/nps/groups.ts";
import type { CompleteTexts } from "#server/survey/rules.ts";
import type { AskedSurvey } from "./answer-template.ts";
import { documentOf, paragraphs, sender, testNotice } from "./document.ts";
import { forgetDraft, startAgain } from "./enhance.ts";
import { ownLook } from "./look.ts";
import { sayNext } from "./next-step.ts";
import { type AnswerProblem, problemSummary } from "./problems.ts";
import { type QuoteView, quoteForm } from "./quote-form.ts";

export type ThanksView = {
  /** Of the page's Content-Security-Policy. */
  nonce: string;
  score: number;
  /** What happens next, by whom and by when; null when nothing is promised. */
  next?: NextStep | null;
  /** Where the answer can be changed and until when; null when it cannot. */
  change: { url: string; until: Date } | null;
  /** What the company did because customers said so; null when it says nothing of it. */
  youSaid?: string | null;
  /** Leave to quote the words; null where there are none. */
  quote?: QuoteView | null;
  problems?: readonly AnswerProblem[] | undefined;
  /** The customer's own page; null where there is none. */
  mineUrl?: string | null;
  /** Where the next person begins, on a device that many people use. */
  nextUrl?: string | null;
  /** The link of a test mail: nothing was counted. */
  test?: boolean;
};

/** What a respondent sees after sending, as a whole HTML document. */
export function thanksPage(survey: AskedSurvey, view: ThanksView): string {
  const { texts, companyName, locale, timeZone } = survey;
  const problems = view.problems ?? [];
  const t = translator(locale, "answer");
  const title = t("thanksTitle");
  const say = (text: string) => `<p>${escapeHtml(text)}</p>`;
  return documentOf({
    locale,
    title: problems.length > 0 ? t("errorTitle", { title }) : title,
    nonce: view.nonce,
    style: view.quote ? ownLook : "",
    body:
      sender(companyName) +
      problemSummary(problems, locale) +
      (view.test ? testNotice(locale) : "") +
      `<h1>${escapeHtml(title)}</h1><p role="status">${escapeHtml(t("thanksChosen", { score: view.score }))}</p>` +
      paragraphs(thanksOf(texts, view.score)) +
      (view.next ? `<p>${sayNext(view.next, { companyName, locale, timeZone })}</p>` : "") +
      (view.change
        ? `<p><a href="${escapeHtml(view.change.url)}">${escapeHtml(t("thanksChange"))}</a></p>` +
          say(t("thanksUntil", { date: formatDate(view.change.until, locale, timeZone) }))
        : "") +
      (view.youSaid
        ? `<p><b>${escapeHtml(translator(locale, "mail")("youSaid"))}</b><br>${escapeHtml(view.youSaid)}</p>`
        : "") +
      quoteForm(view.quote, survey, problems) +
      (view.mineUrl ? `<p><a href="${escapeHtml(view.mineUrl)}">${escapeHtml(t("mineLink"))}</a></p>` : "") +
      (view.nextUrl
        ? `<p><a id="next" href="${escapeHtml(view.nextUrl)}">${escapeHtml(t("kioskNext"))}</a></p>`
        : say(t("thanksClose"))),
    script: view.nextUrl ? startAgain : forgetDraft,
  });
}

function thanksOf(texts: CompleteTexts, score: number): string {
  const byGroup = {
    detractor: texts.thanksDetractor,
    passive: texts.thanksPassive,
    promoter: texts.thanksPromoter,
  };
  return byGroup[groupOf(score)];
}
