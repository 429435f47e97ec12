import { escapeHtml } from "#emails/escape-html.ts";
import type { NextStep } from "#server/case/rules.ts";
import { formatDate } from "#server/i18n/format.ts";
import { translator } from "#server/i18n/translate.ts";
import type { OwnAnswer } from "#server/response/find-own.ts";
import type { AskedSurvey } from "./answer-template.ts";
import { askForAll } from "./ask-for-all.ts";
import { contactFields, type TypedWish } from "./contact-fields.ts";
import { documentOf, hiddenFields, sender } from "./document.ts";
import { ownLook } from "./look.ts";
import { sayNext } from "./next-step.ts";
import { type OptOutView, optOutButtons, optOutWords } from "./opt-out-page.ts";
import { type AnswerProblem, problemSummary } from "./problems.ts";
import { type QuoteView, quoteForm } from "./quote-form.ts";

export type MineView = {
  /** Of the page's Content-Security-Policy. */
  nonce: string;
  answer: OwnAnswer;
  next: NextStep | null;
  /** Leave to quote the words; null where there are none. */
  quote?: QuoteView | null;
  /** The wish as it stands in the form: the answer's, or what was typed and came back. */
  contact: TypedWish;
  problems?: readonly AnswerProblem[];
  /** Where the wish is posted to, and the fields that come back with it. */
  action: string;
  hidden: Readonly<Record<string, string>>;
  change: { url: string; until: Date };
  optOut: { url: string; stopped: OptOutView["stopped"] };
  dataUrl: string;
  /** The mail with the link to everything has just been sent. */
  linkSent?: boolean;
};

type Asking = Pick<AskedSurvey, "companyName" | "locale" | "timeZone">;

/** The customer's own page: what was answered, what happens with it, and the ways to change either. A whole HTML document. */
export function minePage(asking: Asking, view: MineView): string {
  const { companyName: company, locale } = asking;
  const t = translator(locale, "answer");
  const title = t("title", { company });
  const { answer, problems = [] } = view;
  return documentOf({
    locale,
    title: problems.length > 0 ? t("errorTitle", { title }) : title,
    nonce: view.nonce,
    style: ownLook,
    body: [
      sender(company),
      problemSummary(problems, locale),
      `<h1>${escapeHtml(title)}</h1>`,
      ...(answer.withdrawnAt ? withdrawn(view, answer.withdrawnAt, asking) : standing(view, asking)),
      questions(view, asking),
      `<h2>${escapeHtml(t("mineData"))}</h2><p><a href="${escapeHtml(view.dataUrl)}" download>${escapeHtml(t("mineDownload"))}</a></p>`,
      `<p class="mu">${escapeHtml(t("mineDataText"))}</p>`,
      askForAll({ ...view, companyName: company, locale }),
    ].join(""),
  });
}

const said = ({ score, at }: { score: number; at: Date }, { locale, timeZone }: Asking) => ({
  score,
  date: formatDate(at, locale, timeZone),
});

/** An answer that counts: what it says, what happens with it, and how to take it back. */
function standing(view: MineView, asking: Asking): string[] {
  const t = translator(asking.locale, "answer");
  const { answer, change } = view;
  const date = formatDate(change.until, asking.locale, asking.timeZone);
  return [
    `<p role="status">${escapeHtml(t("mineAnswered", said(answer, asking)))}</p>`,
    words(answer, asking),
    `<p><a href="${escapeHtml(change.url)}">${escapeHtml(t("thanksChange"))}</a> <span class="mu">${escapeHtml(t("thanksUntil", { date }))}</span></p>`,
    earlier(answer, asking),
    happens(view, asking),
    `<form method="post" action="${escapeHtml(view.action)}">${hiddenFields({ ...view.hidden, withdraw: "yes" })}` +
      `<p><button class="quiet">${escapeHtml(t("mineWithdraw"))}</button></p><p class="mu">${escapeHtml(t("mineWithdrawHint", { date }))}</p></form>`,
    quoteForm(view.quote, asking, view.problems),
  ];
}

function withdrawn({ change }: MineView, at: Date, { locale, timeZone }: Asking): string[] {
  const t = translator(locale, "answer");
  const date = formatDate(at, locale, timeZone);
  return [
    `<p role="status">${escapeHtml(t("mineWithdrawn", { date }))}</p>`,
    `<p><a href="${escapeHtml(change.url)}">${escapeHtml(t("mineAgain"))}</a></p>`,
  ];
}

function words({ comment, drivers }: Pick<OwnAnswer, "comment" | "drivers">, { locale }: Asking): string {
  const t = translator(locale, "answer");
  const about = t("mineAbout", { drivers: drivers.map(({ label }) => label).join(", ") });
  return (
    (comment ? `<blockquote dir="auto">${escapeHtml(comment).replaceAll("\n", "<br>")}</blockquote>` : "") +
    (drivers.length > 0 ? `<p>${escapeHtml(about)}</p>` : "")
  );
}

function earlier({ versions }: OwnAnswer, asking: Asking): string {
  if (versions.length === 0) return "";
  const t = translator(asking.locale, "answer");
  const items = versions.map(
    (version) =>
      `<li><p>${escapeHtml(t("mineVersion", said(version, asking)))}</p>${words(version, asking)}</li>`,
  );
  return `<h2>${escapeHtml(t("mineEarlier"))}</h2><ul>${items.join("")}</ul>`;
}

function happens(view: MineView, asking: Asking): string {
  const { companyName: company, locale } = asking;
  const t = translator(locale, "answer");
  const { next, contact, problems = [] } = view;
  return (
    `<h2>${escapeHtml(t("mineNext"))}</h2><p>${next ? sayNext(next, asking) : escapeHtml(t("mineNothing", { company }))}</p>` +
    `<form method="post" action="${escapeHtml(view.action)}" novalidate>` +
    contactFields(contact, { companyName: company, locale, problems }) +
    `${hiddenFields(view.hidden)}<p><button id="send">${escapeHtml(t("mineSave"))}</button></p></form>`
  );
}

function questions({ optOut: { url, stopped } }: MineView, asking: Asking): string {
  const { text } = optOutWords({ ...asking, stopped });
  const heading = translator(asking.locale, "answer")("mineQuestions");
  const decided = stopped === null ? "" : `<p>${escapeHtml(text)}</p>`;
  return `<h2>${escapeHtml(heading)}</h2>${decided}${optOutButtons(asking.locale, url, stopped, "quiet")}`;
}
