import { escapeHtml } from "#emails/escape-html.ts";
import { formatDate } from "#server/i18n/format.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { documentOf, hiddenFields, sender } from "./document.ts";
import { enhanceLink, forgetDraft } from "./enhance.ts";
import { sayWho } from "./next-step.ts";
import { type AnswerProblem, problemBeside, problemState, problemSummary } from "./problems.ts";

const answers = ["yes", "partly", "no"] as const;
type Answer = (typeof answers)[number];

/** What all pages of a check say. */
type CheckedCase = {
  companyName: string;
  locale: Voice;
  timeZone: string;
  /** Of the page's Content-Security-Policy. */
  nonce: string;
};

export type CheckView = CheckedCase & {
  closedAt: Date;
  /** Where the form is posted to, with the fields `answer` and `comment`. */
  action: string;
  hidden: Readonly<Record<string, string>>;
  /** What stands chosen: by the link, in the form that came back, or in the earlier answer. */
  answer: Answer | null;
  comment: string;
  earlier: { answer: Answer; at: Date } | null;
  problems?: readonly AnswerProblem[];
  optOutUrl: string | null;
};

/** The page on which a customer says whether it is solved, as a whole HTML document; a form that works without scripts. */
export function checkPage(view: CheckView): string {
  const { companyName: company, locale, timeZone, problems = [] } = view;
  const t = translator(locale, "answer");
  const title = t("checkTitle");
  const closed = t("checkClosed", { company, date: formatDate(view.closedAt, locale, timeZone) });
  return documentOf({
    locale,
    title: problems.length > 0 ? t("errorTitle", { title }) : title,
    nonce: view.nonce,
    style: threeColumns,
    body:
      `${sender(company)}${problemSummary(problems, locale)}<form method="post" action="${escapeHtml(view.action)}" novalidate>` +
      `<fieldset role="radiogroup" aria-required="true"${problemState("answer", problems)}><legend><h1>${escapeHtml(title)}</h1>` +
      `<span>${escapeHtml(closed)}</span></legend>${sayEarlier(view)}${problemBeside("answer", problems, locale)}` +
      `<div class="scale">${answers.map((answer) => box(answer, view)).join("")}</div></fieldset>` +
      `<label for="comment"><b>${escapeHtml(t("checkComment"))}</b> <span class="mu">${escapeHtml(t("optional"))}</span></label>` +
      problemBeside("comment", problems, locale) +
      `<textarea id="comment" name="comment" rows="4" dir="auto" autocomplete="off"${problemState("comment", problems)}>\n${escapeHtml(view.comment)}</textarea>` +
      `${hiddenFields(view.hidden)}<p class="send"><button id="send" data-sending="${escapeHtml(t("sending"))}">${escapeHtml(t("send"))}</button>` +
      `<span class="mu">${escapeHtml(t("sendHint"))}</span></p></form>` +
      `<footer class="mu"><span>${escapeHtml(t("goesTo", { company }))}</span>${optOut(view)}</footer>`,
    script: enhanceLink,
  });
}

/** As wide as what it holds needs on a wide screen, a third each on a narrow one. */
const threeColumns =
  "main .scale{grid-template-columns:repeat(3,1fr);max-width:24rem}.scale span{padding:0 4px}";

const nameOfAnswer = (answer: Answer, locale: Voice): string =>
  translator(locale, "answer")(answerNames[answer]);

const answerNames = { yes: "checkYes", partly: "checkPartly", no: "checkNo" } as const;

function box(answer: Answer, { answer: chosen, locale }: CheckView): string {
  const first = answer === answers[0] ? ` id="answer"` : "";
  const checked = answer === chosen ? " checked" : "";
  return `<label><input type="radio" name="answer" value="${answer}"${first}${checked}><span>${escapeHtml(nameOfAnswer(answer, locale))}</span></label>`;
}

function sayEarlier({ earlier, locale, timeZone }: CheckView): string {
  if (!earlier) return "";
  const said = {
    answer: nameOfAnswer(earlier.answer, locale),
    date: formatDate(earlier.at, locale, timeZone),
  };
  return `<p>${escapeHtml(translator(locale, "answer")("checkEarlier", said))}</p>`;
}

function optOut({ optOutUrl, locale, companyName: company }: CheckView): string {
  if (!optOutUrl) return "";
  return `<a href="${escapeHtml(optOutUrl)}">${escapeHtml(translator(locale, "answer")("optOut", { company }))}</a>`;
}

export type CheckThanksView = CheckedCase & {
  answer: Answer;
  /** Whose the case is now; null: nobody's. */
  who: string | null;
  change: { url: string; until: Date };
};

/** What a customer sees after sending: whether anything follows, and how to change it. A whole HTML document. */
export function checkThanksPage(view: CheckThanksView): string {
  const { locale, companyName, timeZone, answer, who, change } = view;
  const t = translator(locale, "answer");
  const title = t("thanksTitle");
  const say = (text: string) => `<p>${escapeHtml(text)}</p>`;
  return documentOf({
    locale,
    title,
    nonce: view.nonce,
    body:
      `${sender(companyName)}<h1>${escapeHtml(title)}</h1>` +
      `<p role="status">${escapeHtml(t("checkChosen", { answer: nameOfAnswer(answer, locale) }))}</p>` +
      say(answer === "yes" ? t("checkSolved") : t("checkBack", { who: sayWho(who, companyName, locale) })) +
      `<p><a href="${escapeHtml(change.url)}">${escapeHtml(t("thanksChange"))}</a></p>` +
      say(t("thanksUntil", { date: formatDate(change.until, locale, timeZone) })) +
      say(t("thanksClose")),
    script: forgetDraft,
  });
}
