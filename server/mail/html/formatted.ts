import { DomUtils, parseDocument } from "htmlparser2";
import { cleanHtml } from "./clean.ts";
import { splitHtml } from "./split.ts";

const shape = /<(?:table|img|ul|ol|b|strong|i|em|u|s|strike|del|h[1-6]|pre|mark|span class="left-out")[\s>]/i;

/**
 * `html`, or null where its writer's own part says nothing that its words do not: most mail programs send HTML for
 * what is plain. Tables, lists, pictures, emphasis and links under other words are worth a frame; fonts and colours are not.
 */
export function formattedHtml(html: string): string | null {
  if (html.trim() === "") return null;
  const own = cleanHtml(splitHtml(html).own, { remote: false, fileUrl: () => "#" });
  return shape.test(own) || hasNamedLink(own) ? html : null;
}

function hasNamedLink(html: string): boolean {
  if (!html.includes("<a ")) return false;
  const links = DomUtils.getElementsByTagName("a", parseDocument(html));
  return links.some(({ attribs, children }) => {
    const text = DomUtils.textContent(children).trim();
    const bare = (address: string) =>
      address.replace(/^(?:https?:\/\/|mailto:|tel:)/i, "").replace(/\/$/, "");
    return text !== "" && bare(text).toLowerCase() !== bare(attribs.href ?? "").toLowerCase();
  });
}
