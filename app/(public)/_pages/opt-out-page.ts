import { escapeHtml } from "#emails/escape-html.ts";
import { formatDate } from "#server/i18n/format.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { pauseMonths } from "#server/response/opt-out.ts";
import { askForAll } from "./ask-for-all.ts";
import { documentOf, sender } from "./document.ts";
import { ownLook } from "./look.ts";

export type OptOutView = {
  locale: Voice;
  companyName: string;
  timeZone: string;
  /** Of the page's Content-Security-Policy. */
  nonce: string;
  /** Where the buttons post to. */
  action: string;
  /** "for good", until a moment, or null while the customer may be asked. */
  stopped: "for good" | Date | null;
  /** The mail with the link to everything that is kept has just been sent. */
  linkSent?: boolean;
};

/** The page behind the opt-out link: buttons, since opening a link decides nothing, and what has been decided. */
export function optOutPage(view: OptOutView): string {
  const { locale, companyName, timeZone, nonce, action, stopped } = view;
  const { title, text } = optOutWords({ locale, companyName, timeZone, stopped });
  return documentOf({
    locale,
    title,
    nonce,
    style: ownLook,
    body:
      `${sender(companyName)}<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>` +
      optOutButtons(locale, action, stopped) +
      `<h2>${escapeHtml(translator(locale, "answer")("mineData"))}</h2>${askForAll(view)}`,
  });
}

/** What holds of being asked, as a title and a sentence. */
export function optOutWords(view: Pick<OptOutView, "locale" | "companyName" | "timeZone" | "stopped">) {
  const { locale, companyName: company, timeZone, stopped } = view;
  const t = translator(locale, "answer");
  if (stopped === null) return { title: t("optOutTitle", { company }), text: t("optOutText", { company }) };
  if (stopped === "for good") return { title: t("optOutDoneTitle"), text: t("optOutDoneText", { company }) };
  const date = formatDate(stopped, locale, timeZone);
  return { title: t("optOutPausedTitle"), text: t("optOutPausedText", { company, date }) };
}

/** The buttons that stop questions, for good or for a while; none where they are stopped for good. */
export function optOutButtons(
  locale: Voice,
  action: string,
  stopped: OptOutView["stopped"],
  weight: "loud" | "quiet" = "loud",
): string {
  if (stopped === "for good") return "";
  const t = translator(locale, "answer");
  const breaks = pauseMonths
    .map(
      (months) =>
        `<button class="quiet" name="months" value="${months}">${escapeHtml(t("optOutMonths", { months }))}</button>`,
    )
    .join(" ");
  return (
    `<form method="post" action="${escapeHtml(action)}">` +
    `<p><button${weight === "quiet" ? ` class="quiet"` : ""}>${escapeHtml(t("optOutButton"))}</button></p>` +
    (stopped === null ? `<p>${escapeHtml(t("optOutBreak"))}</p><p>${breaks}</p>` : "") +
    "</form>"
  );
}
