import { escapeHtml } from "#emails/escape-html.ts";
import type { Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { documentOf } from "./document.ts";

/** The one page for every link that leads nowhere, whatever the reason (RELIABILITY.md E4). The caller gives the status. */
export function gonePage({ locale, nonce }: { locale: Voice; nonce: string }): string {
  const t = translator(locale, "answer");
  return messagePage(locale, nonce, t("goneTitle"), [t("goneText"), t("goneContact")]);
}

/** The page of somebody who tried too often; `status` 429 is the caller's. */
export function busyPage({ locale, nonce }: { locale: Voice; nonce: string }): string {
  const t = translator(locale, "answer");
  return messagePage(locale, nonce, t("busyTitle"), [t("busyText")]);
}

/** The page while we cannot answer; `status` 503 is the caller's. */
export function awayPage({ locale, nonce }: { locale: Voice; nonce: string }): string {
  const t = translator(locale, "answer");
  return messagePage(locale, nonce, t("awayTitle"), [t("awayText")]);
}

function messagePage(locale: Voice, nonce: string, title: string, texts: string[]): string {
  const said = texts.map((text) => `<p>${escapeHtml(text)}</p>`).join("");
  return documentOf({ locale, title, nonce, body: `<h1>${escapeHtml(title)}</h1>${said}` });
}
