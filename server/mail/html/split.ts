import { type ChildNode, type Element, isTag } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";

/** A mail's HTML in two: what its writer said, and the mail it answers, as its program put it there. */
export type SplitHtml = { own: string; quoted: string | null };

/**
 * Parts a mail's HTML where its program began to quote. What stands beside or below the quotation goes with it, unless
 * somebody wrote there too: then nothing is parted, so that no word of theirs is folded away.
 */
export function splitHtml(html: string): SplitHtml {
  try {
    const document = parseDocument(html);
    const first = find(document.children, isQuotation, 0);
    if (!first || wordsAfter(first)) return { own: html, quoted: null };
    const quoted = [first, ...after(first)];
    const markup = quoted.map((node) => DomUtils.getOuterHTML(node)).join("");
    for (const node of quoted) DomUtils.removeElement(node);
    return { own: DomUtils.getInnerHTML(document), quoted: markup };
  } catch {
    return { own: html, quoted: null };
  }
}

const deepest = 200;

function find(nodes: ChildNode[], fits: (one: Element) => boolean, depth: number): Element | null {
  if (depth > deepest) throw new Error("nested too deep to be looked through");
  for (const node of nodes) {
    if (!isTag(node)) continue;
    if (fits(node)) return node;
    const inside = find(node.children, fits, depth + 1);
    if (inside) return inside;
  }
  return null;
}

const classes =
  /(?:^|\s)(?:gmail_quote\S*|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra|tutanota_quote)(?:\s|$)/;
const ids =
  /(?:^|_)(?:appendonsend|divRplyFwdMsg|OLK_SRC_BODY_SECTION|reply-intro|mail-editor-reference-message-container|stopSpelling)$/;

/** The line that Outlook draws above "From: … Sent: …". */
const outlookRule = /border:\s*none;\s*border-top:\s*solid\s+#?\w+\s+1\.0pt/i;

function isQuotation(one: Element): boolean {
  const { name, attribs } = one;
  return (
    classes.test(attribs.class ?? "") || (name === "blockquote" && attribs.type === "cite") || isHeadOnly(one)
  );
}

/** What opens a quotation and does not hold it: all that follows is quoted. */
const isHeadOnly = ({ attribs }: Element) =>
  ids.test(attribs.id ?? "") || outlookRule.test(attribs.style ?? "");

/** What follows in the document outside the quotation's own element, nearest first. */
function after(node: ChildNode): ChildNode[] {
  const beside: ChildNode[] = [];
  for (let at: ChildNode | null = node; at; at = at.parent as ChildNode | null) {
    for (let next = at.next; next; next = next.next) beside.push(next);
    if (at.parent?.type === "root") break;
  }
  return beside;
}

/** Whether words that are no quotation follow one that closes again: somebody answered below it. */
function wordsAfter(first: Element): boolean {
  if (isHeadOnly(first)) return false;
  return after(first).some((node) => textOf(node) !== "" && !(isTag(node) && isQuotation(node)));
}

function textOf(node: ChildNode): string {
  if (node.type === "style" || node.type === "script") return "";
  return DomUtils.textContent(node)
    .replace(/[\s\u00a0\u200b]+/g, " ")
    .trim();
}
