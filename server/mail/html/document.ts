import { Element, Text } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import { cleanHtml, type Pictures } from "./clean.ts";
import { splitHtml } from "./split.ts";

export type ShownMail = {
  html: string;
  pictures: Pictures;
  /** BCP 47 code, where it is known. */
  language: string | null;
  words: { title: string; showQuoted: string };
};

/**
 * A whole document for a frame in which no script runs: a mail's HTML cleaned, its quotation folded, the host of each
 * link beside it where the link's own words do not name it. A mail that sets no colours takes those of the page around
 * it; one that does gets white paper, as it was made for.
 */
export function mailDocument({ html, pictures, language, words }: ShownMail): string {
  const { own, quoted } = splitHtml(html);
  const shown = withHosts(cleanHtml(own, pictures));
  const folded = quoted ? withHosts(cleanHtml(quoted, pictures)) : "";
  const paper = setsColours(shown + folded);
  const fold = `<details><summary>${escaped(words.showQuoted)}</summary>${folded}</details>`;
  return [
    `<!doctype html><html${language ? ` lang="${escaped(language)}"` : ""} class="${paper ? "paper" : "page"}">`,
    `<head><meta charset="utf-8"><meta name="referrer" content="no-referrer">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(words.title)}</title>`,
    `<style>${look}</style></head><body><main dir="auto">${shown}${folded.trim() ? fold : ""}</main></body></html>`,
  ].join("");
}

/** The policy of the answer that carries the document: it may show and do nothing but this, wherever it is opened. */
export function mailPolicy({ remote }: { remote: boolean }): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src 'self' data:${remote ? " https: http:" : ""}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox",
  ].join("; ");
}

/** Puts its true host beside each link that does not name it. */
function withHosts(html: string): string {
  if (!html.includes("<a ")) return html;
  const document = parseDocument(html);
  for (const link of DomUtils.getElementsByTagName("a", document)) {
    const host = hostOf(link.attribs.href ?? "");
    if (!host || names(DomUtils.textContent(link), host)) continue;
    DomUtils.appendChild(link, new Element("span", { class: "host" }, [new Text(` (${host})`)]));
  }
  return DomUtils.getInnerHTML(document);
}

/** Whether the words hold the whole name: "paypal.example" does not name "pal.example". */
function names(words: string, host: string): boolean {
  const said = words.toLowerCase();
  for (let at = said.indexOf(host); at >= 0; at = said.indexOf(host, at + 1)) {
    const before = said.slice(0, at).replace(/(?:^|\W)www\.$/, " ");
    if (!/[\w.-]$/.test(before) && !/^(?:[\w-]|\.\w)/.test(said.slice(at + host.length))) return true;
  }
  return false;
}

function hostOf(href: string): string | null {
  return /^https?:/i.test(href) && URL.canParse(href) ? new URL(href).host.replace(/^www\./, "") : null;
}

const setsColours = (html: string) =>
  /(?:color|background)\s*[:=]|bgcolor=|<font[^>]{0,500}\scolor=/i.test(html);

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[one]!);

const look = `
:root{font:16px/1.5 Georgia,"Times New Roman",serif;overflow-wrap:break-word}
.page{color-scheme:light dark;color:CanvasText;background:transparent}
.paper{color-scheme:only light;color:#12221e;background:#fff}
body{margin:0}
main{display:flow-root;overflow-x:auto}
.paper main{padding:12px 16px}
img{max-width:100%;height:auto}
table{max-width:100%}
pre{white-space:pre-wrap}
.page a{color:light-dark(#1b4a3a,#7ecaa9)}
.page table[border]{border-collapse:collapse}
.paper a:not([style]){color:#1b4a3a}
.host{font:14px/1.4 system-ui,sans-serif;text-decoration:none}
.left-out:not(:empty){border:1px dashed currentColor;padding:0 4px}
blockquote{margin:8px 0;padding-left:12px;border-left:1px solid currentColor}
summary{min-height:24px;cursor:pointer;font:14px/24px system-ui,sans-serif}
:focus-visible{outline:2px solid currentColor;outline-offset:2px}
@media (max-width:500px){summary{min-height:44px;line-height:44px}}
`;
