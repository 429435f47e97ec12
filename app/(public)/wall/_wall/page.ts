import { randomUUID } from "node:crypto";
import { respondentHeaders } from "#app/(public)/_respond/page-response.ts";
import { t } from "#app/(public)/_share/words.ts";
import { escapeHtml } from "#emails/escape-html.ts";
import { readersLanguage } from "#server/i18n/speech.ts";
import { keep, look, version } from "./files.ts";
import type { BoardOptions } from "./options.ts";

/** A whole page that stays on a wall: `board` and the script that keeps it there, in one request but for the fonts. */
export function boardPage(title: string, board: string, options: BoardOptions): Response {
  const { refresh, rotate, night = "" } = options;
  const words = ["live", "lost"].map((key) => `data-${key}="${escapeHtml(t(`board.${key as "live"}`))}"`);
  const ages = (["justNow", "seconds", "minutes", "hours"] as const).map(
    (key) => `data-${key.toLowerCase()}="${escapeHtml(t(`board.${key}`, { n: "{n}" } as never))}"`,
  );
  const body =
    `<div id="screen" class="${[rotate && "turns", options.fit !== undefined && "fit"].filter(Boolean).join(" ")}"><div id="sheet">` +
    `<div id="state"><p id="clock" aria-hidden="true"></p><p><span id="live" ${words.join(" ")}>${escapeHtml(t("board.live"))}</span> · <span id="age" ${ages.join(" ")}></span></p></div>` +
    `<main id="board">${board}</main></div></div>`;
  const data = `data-version="${version}" data-refresh="${refresh}" data-rotate="${rotate}" data-night="${escapeHtml(night)}" data-theme="${options.theme}"`;
  return pageOf(200, { title, body, data, theme: options.theme, script: keep });
}

/** A page without figures: a sentence, or the question for the password. `again`: seconds until it loads itself again. */
export function stillPage(
  status: number,
  { title, body, options, again }: { title: string; body: string; options: BoardOptions; again?: number },
): Response {
  const screen = `<div id="screen"><div id="sheet"><main id="board">${body}</main></div></div>`;
  return pageOf(status, { title, body: screen, theme: options.theme, again });
}

type Page = { title: string; body: string; theme: string; data?: string; script?: string; again?: number };

function pageOf(status: number, { title, body, theme, data = "", script, again }: Page): Response {
  const nonce = randomUUID();
  const html =
    `<!doctype html><html lang="${readersLanguage()}" data-theme="${theme}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">` +
    (again ? `<meta http-equiv="refresh" content="${again}">` : "") +
    `<title>${escapeHtml(title)}</title><style nonce="${nonce}">${look}</style></head>` +
    `<body ${data}>${body}${script ? `<script nonce="${nonce}">${script}</script>` : ""}</body></html>`;
  return new Response(html, {
    status,
    headers: {
      ...respondentHeaders,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policyOf(nonce),
    },
  });
}

/** Its own style, script and fonts, and nothing else; the figures it reads come as markup of ours, without script. */
function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
