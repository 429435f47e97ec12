import { escapeHtml } from "#emails/escape-html.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { mostCharacters } from "#server/response/schema.ts";

/** Why an answer that was sent is not in: the first four by the form's schema, two about being quoted, then the page's nonce, then us, then how many came. */
export type AnswerProblem =
  | "scoreMissing"
  | "answerMissing"
  | "commentTooLong"
  | "phoneMissing"
  | "mannerMissing"
  | "quoteChanged"
  | "pageTooOld"
  | "tryAgain"
  | "tooMany";

/** What is wrong, on top of the page, each problem with a link to where it is put right. */
export function problemSummary(problems: readonly AnswerProblem[], locale: Voice): string {
  if (problems.length === 0) return "";
  const t = translator(locale, "answer");
  const ofAnswer = !problems.some((problem) => problem === "mannerMissing" || problem === "quoteChanged");
  const heading = escapeHtml(t(ofAnswer ? "errorHeading" : "errorQuoteHeading"));
  const items = problems.map(
    (problem) => `<p><a href="#${places[problem]}">${sayProblem(problem, locale)}</a></p>`,
  );
  return `<div class="bad" role="alert" tabindex="-1" autofocus><h2>${heading}</h2>${items.join("")}</div>`;
}

/** The same words beside the field. Empty when there is no such problem. */
export function problemBeside(field: Field, problems: readonly AnswerProblem[], locale: Voice): string {
  const problem = fields[field];
  if (!problems.includes(problem)) return "";
  return `<p class="err" id="${field}-problem">${sayProblem(problem, locale)}</p>`;
}

/** The attributes of a field that has a problem. */
export function problemState(field: Field, problems: readonly AnswerProblem[]): string {
  if (!problems.includes(fields[field])) return "";
  return ` aria-invalid="true" aria-describedby="${field}-problem"`;
}

const fields = {
  score: "scoreMissing",
  answer: "answerMissing",
  comment: "commentTooLong",
  phone: "phoneMissing",
  manner: "mannerMissing",
} as const;
type Field = keyof typeof fields;

const places: Record<AnswerProblem, string> = {
  scoreMissing: "score-0",
  answerMissing: "answer",
  commentTooLong: "comment",
  phoneMissing: "phone",
  mannerMissing: "quote-0",
  quoteChanged: "quote",
  pageTooOld: "send",
  tryAgain: "send",
  tooMany: "send",
};

function sayProblem(problem: AnswerProblem, locale: Voice): string {
  const t = translator(locale, "answer");
  const words: Record<AnswerProblem, string> = {
    scoreMissing: t("errorScore"),
    answerMissing: t("errorCheck"),
    commentTooLong: t("errorCommentTooLong", { max: mostCharacters }),
    phoneMissing: t("errorPhone"),
    mannerMissing: t("errorManner"),
    quoteChanged: t("errorQuoteChanged"),
    pageTooOld: t("errorPageTooOld"),
    tryAgain: t("errorTryAgain"),
    tooMany: t("errorTooMany"),
  };
  return escapeHtml(words[problem]);
}
