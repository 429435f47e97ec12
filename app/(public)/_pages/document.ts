import { escapeHtml } from "#emails/escape-html.ts";
import { languageOf, type Voice } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import { look } from "./look.ts";

export type Document = {
  locale: Voice;
  /** Plain text. */
  title: string;
  /** The nonce of this answer's Content-Security-Policy (policy.ts). */
  nonce: string;
  /** Markup. */
  body: string;
  /** Style beside the look of all of these pages. */
  style?: string;
  /** An enhancement; the page is whole without it. */
  script?: string;
};

/** A whole HTML page, complete in one request: no file, font or image is fetched for it. */
export function documentOf({ locale, title, nonce, body, style = "", script }: Document): string {
  return (
    `<!doctype html><html lang="${languageOf(locale)}" dir="ltr"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<link rel="icon" href="data:,">` +
    `<title>${escapeHtml(title)}</title><style nonce="${escapeHtml(nonce)}">${look}${style}</style></head>` +
    `<body><main>${body}</main>` +
    (script ? `<script nonce="${escapeHtml(nonce)}">${script}</script>` : "") +
    `</body></html>`
  );
}

/** The name of who asks, above everything else. */
export const sender = (companyName: string): string => `<p class="from">${escapeHtml(companyName)}</p>`;

/** Said to somebody who follows a link of a test mail. */
export const testNotice = (locale: Voice): string =>
  `<p class="test">${escapeHtml(translator(locale, "answer")("test"))}</p>`;

/** Plain text of several lines. */
export function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll("\n", "<br>")}</p>`)
    .join("");
}

/** Hidden fields of a form. */
export function hiddenFields(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
}
