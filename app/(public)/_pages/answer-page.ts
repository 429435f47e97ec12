import { escapeHtml } from "#emails/escape-html.ts";
import { fillSlots } from "#emails/slots.ts";
import { formatDate } from "#server/i18n/format.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import type { AnswerPageTemplate } from "./answer-template.ts";
import { contactFields, type TypedWish } from "./contact-fields.ts";
import { hiddenFields, testNotice } from "./document.ts";
import { driverChips } from "./driver-chips.ts";
import { type AnswerProblem, problemBeside, problemState, problemSummary } from "./problems.ts";

/** What differs from one view of the page to the next. */
export type AnswerView = {
  /** Of the page's Content-Security-Policy. */
  nonce: string;
  /** Where the form is posted to, with the fields `score`, `comment`, `driver`, `contact`, `by` and `phone`. */
  action: string;
  /** Further fields that come back with the form. */
  hidden: Readonly<Record<string, string>>;
  /** The number that stands chosen: from the link, from the form that came back, or the earlier answer's. */
  score: number | null;
  comment: string;
  /** The drivers that stand chosen. */
  drivers?: readonly string[];
  /** Null where nobody is known who could be contacted. */
  contact?: TypedWish | null;
  /** The answer that is already there. */
  earlier?: { score: number; at: Date } | null;
  problems?: readonly AnswerProblem[];
  /** The customer's own page, for whoever has answered before. */
  mineUrl?: string | null;
  optOutUrl?: string | null;
  /** The link of a test mail: the page says that nothing is counted. */
  test?: boolean;
};

/** The page on which a respondent answers, as a whole HTML document; a form that works without scripts. */
export function answerPage(template: AnswerPageTemplate, view: AnswerView): string {
  const { locale, timeZone, companyName } = template.survey;
  const { score, earlier, problems = [] } = view;
  const choice = (score === null ? null : template.chosen[score]) ?? template.unchosen;
  const isNew = score !== earlier?.score && problems.length === 0;
  return fillSlots(template.page, {
    nonce: escapeHtml(view.nonce),
    title: problems.length > 0 ? template.errorTitle : template.title,
    above: (view.test ? testNotice(locale) : "") + problemSummary(problems, locale),
    action: escapeHtml(view.action),
    invalid: problemState("score", problems),
    earlier: earlier ? sayEarlier(earlier, locale, timeZone) : "",
    mine: view.mineUrl ? `<a href="${escapeHtml(view.mineUrl)}">${template.mine}</a>` : "",
    said: isNew ? choice.said : "",
    scoreProblem: problemBeside("score", problems, locale),
    scale: choice.scale,
    followUp: choice.followUp,
    comment: commentField(view.comment, problems, locale),
    drivers: driverChips(template.survey.drivers, view.drivers ?? [], locale),
    contact:
      view.contact === null ? "" : contactFields(view.contact ?? noWish, { companyName, locale, problems }),
    hidden: hiddenFields(view.hidden),
    optOut: view.optOutUrl ? `<a href="${escapeHtml(view.optOutUrl)}">${template.optOut}</a>` : "",
  });
}

const noWish: TypedWish = { by: "none", phone: "" };

function sayEarlier({ score, at }: { score: number; at: Date }, locale: Voice, timeZone: string): string {
  const date = formatDate(at, locale, timeZone);
  return `<p>${escapeHtml(translator(locale, "answer")("earlier", { score, date }))}</p>`;
}

/** Not cut off at the longest comment: what is too long comes back whole, with a word about it. */
function commentField(comment: string, problems: readonly AnswerProblem[], locale: Voice): string {
  const state = problemState("comment", problems);
  return `${problemBeside("comment", problems, locale)}<textarea id="comment" name="comment" rows="4" dir="auto" autocomplete="off"${state}>\n${escapeHtml(comment)}</textarea>`;
}
