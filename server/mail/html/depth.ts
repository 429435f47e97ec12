const deepest = 500;

/** Elements that have no end, or whose end the next one is. */
const endless = new Set(
  "area base br col embed hr img input link meta source track wbr p li dt dd tr td th tbody thead tfoot option".split(
    " ",
  ),
);

/**
 * `html`, or only its words where it nests without an end: to read that takes a parser seconds, and no mail program
 * writes it.
 */
export function readableHtml(html: string): string {
  let depth = 0;
  for (const [, end, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,15})/gi)) {
    if (endless.has(name!.toLowerCase())) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    if (depth > deepest) return html.replace(/<[^<>]{0,2000}>/g, " ");
  }
  return html;
}
