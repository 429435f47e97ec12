import { escapeHtml } from "#emails/escape-html.ts";
import { formatDate } from "#server/i18n/format.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import type { Quotable, QuoteManner } from "#server/quote/rules.ts";
import type { AskedSurvey } from "./answer-template.ts";
import { hiddenFields, paragraphs } from "./document.ts";
import { type AnswerProblem, problemBeside, problemState } from "./problems.ts";

export type QuoteView = Quotable & {
  /** Whether consent can be given here, or another one; otherwise the one that stands can be taken back. */
  asked: boolean;
  action: string;
  hidden: Readonly<Record<string, string>>;
  /** Whether the words stand here: where they do not stand on the page anyway. */
  withWords: boolean;
};

type Asking = Pick<AskedSurvey, "companyName" | "locale" | "timeZone">;

/**
 * Asks a customer for leave to quote their words, nothing chosen beforehand; once it is given, says how and since when,
 * and takes it back with one press; once it was taken back, says that too. Empty where none of it is so. Markup.
 */
export function quoteForm(
  view: QuoteView | null | undefined,
  asking: Asking,
  problems: readonly AnswerProblem[] = [],
): string {
  if (!view || (!view.asked && !view.standing && !view.takenBackAt)) return "";
  const { companyName: company, locale, timeZone } = asking;
  const t = translator(locale, "answer");
  const words = view.withWords ? `<blockquote dir="auto">${paragraphs(view.words)}</blockquote>` : "";
  const heading = t(view.standing ? "quoteGivenTitle" : "quoteTitle", { company });
  const takenBack = view.takenBackAt && formatDate(view.takenBackAt, locale, timeZone);
  return (
    `<h2 id="quote">${escapeHtml(heading)}</h2>${words}` +
    (takenBack
      ? `<p role="status">${escapeHtml(t("quoteTakenBack", { company, date: takenBack }))}</p>`
      : "") +
    (view.standing ? standing(view, view.standing, asking) : "") +
    (view.asked && !view.standing ? choice(view, asking, problems) : "")
  );
}

function standing(
  { action, hidden }: QuoteView,
  { manner, since }: NonNullable<QuoteView["standing"]>,
  { locale, timeZone }: Asking,
): string {
  const t = translator(locale, "answer");
  const given = t("quoteGiven", { date: formatDate(since, locale, timeZone) });
  return (
    `<p role="status">${escapeHtml(given)} <b>${escapeHtml(sayManner(manner, locale))}</b></p>` +
    `<form method="post" action="${escapeHtml(action)}">${hiddenFields({ ...hidden, takeBack: "yes" })}` +
    `<p><button class="quiet">${escapeHtml(t("quoteTakeBack"))}</button></p></form>`
  );
}

function choice(
  { action, hidden, version, hasCompany }: QuoteView,
  { companyName: company, locale }: Asking,
  problems: readonly AnswerProblem[],
): string {
  const t = translator(locale, "answer");
  const choices = offered(hasCompany).map(
    (manner, n) =>
      `<div class="tick"><input type="radio" id="quote-${n}" name="manner" value="${manner}">` +
      `<label for="quote-${n}">${escapeHtml(sayManner(manner, locale))}</label></div>`,
  );
  return (
    `<p class="mu">${escapeHtml(t("quoteText", { company }))}</p>` +
    `<form method="post" action="${escapeHtml(action)}" novalidate>` +
    `<fieldset${problemState("manner", problems)}><legend>${escapeHtml(t("quoteHow"))}</legend>` +
    `${problemBeside("manner", problems, locale)}${choices.join("")}</fieldset>` +
    hiddenFields({ ...hidden, version: String(version) }) +
    `<p><button id="quote-send">${escapeHtml(t("quoteGive"))}</button></p></form>`
  );
}

/** A company is only spoken of with somebody who is known to have one. */
const offered = (hasCompany: boolean): QuoteManner[] =>
  hasCompany ? ["name_and_company", "company", "anonymous"] : ["name", "anonymous"];

function sayManner(manner: QuoteManner, locale: Voice): string {
  const t = translator(locale, "answer");
  const said: Record<QuoteManner, string> = {
    name_and_company: t("quoteNameCompany"),
    name: t("quoteName"),
    company: t("quoteCompany"),
    anonymous: t("quoteAnonymous"),
  };
  return said[manner];
}
