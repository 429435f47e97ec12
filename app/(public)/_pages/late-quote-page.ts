import { escapeHtml } from "#emails/escape-html.ts";
import { translator } from "#server/i18n/translate.ts";
import type { AskedSurvey } from "./answer-template.ts";
import { documentOf, sender } from "./document.ts";
import { ownLook } from "./look.ts";
import { type AnswerProblem, problemSummary } from "./problems.ts";
import { type QuoteView, quoteForm } from "./quote-form.ts";

/** What is left of an answer's page once its time is over: the consent to quote it, to be taken back. A whole HTML document. */
export function lateQuotePage(
  asking: Pick<AskedSurvey, "companyName" | "locale" | "timeZone">,
  view: { nonce: string; quote: QuoteView; problems?: readonly AnswerProblem[] | undefined },
): string {
  const { nonce, quote, problems = [] } = view;
  const t = translator(asking.locale, "answer");
  const title = t("title", { company: asking.companyName });
  return documentOf({
    locale: asking.locale,
    title: problems.length > 0 ? t("errorTitle", { title }) : title,
    nonce,
    style: ownLook,
    body:
      sender(asking.companyName) +
      problemSummary(problems, asking.locale) +
      `<h1>${escapeHtml(title)}</h1>${quoteForm(quote, asking)}`,
  });
}
