import sanitizeHtml, { type IOptions, type Tag } from "sanitize-html";

/** How the pictures of a mail are shown. `fileUrl` is where the file with a Content-ID is, or null when there is none. */
export type Pictures = { remote: boolean; fileUrl(contentId: string): string | null };

/**
 * A mail's HTML with what it may say and look like, and nothing that it could do: tags, attributes and styles by lists
 * of what is allowed, no script, form, frame or style sheet, nothing that leaves its place, no picture from elsewhere
 * unless `pictures.remote`. Pictures that were left out stand as `span.left-out` with their words; those that only tell
 * that a mail was opened are never shown.
 */
export function cleanHtml(html: string, pictures: Pictures): string {
  return sanitizeHtml(html, {
    ...allowed,
    transformTags: { a: link, img: (_, it) => picture(it, pictures) },
  });
}

const length = /^-?\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|rem|%|ch)?$|^auto$/i;
const lengths = /^(?:-?\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|rem|%|ch)?(?:\s+|$)|auto(?:\s+|$)){1,4}$/i;
const colour = /^(?:#[\da-f]{3,8}|rgba?\([\d\s.,%/]{1,40}\)|[a-z]{3,20})$/i;
const border = /^[\w\s.#(),%-]{1,60}$/;
const word = /^[a-z-]{1,20}$/i;

const styles = {
  color: [colour],
  background: [colour],
  "background-color": [colour],
  "font-family": [/^[\w\s"',-]{1,200}$/],
  "font-size": [/^\d{1,2}(?:\.\d{1,2})?(?:px|pt|em|rem)$|^\d{1,3}%$|^[a-z-]{1,10}$/i],
  "font-weight": [/^[a-z\d]{1,7}$/i],
  "font-style": [word],
  "line-height": [/^\d{1,3}(?:\.\d{1,3})?(?:px|pt|em|%)?$|^normal$/i],
  "text-align": [word],
  "text-decoration": [/^[a-z\s-]{1,40}$/i],
  "text-transform": [word],
  "vertical-align": [word],
  "white-space": [word],
  "list-style-type": [word],
  direction: [word],
  display: [/^(?:none|block|inline|inline-block|table|table-row|table-cell|list-item)$/],
  float: [/^(?:left|right|none)$/],
  clear: [word],
  width: [length],
  "max-width": [length],
  "min-width": [length],
  height: [length],
  "border-collapse": [word],
  "border-spacing": [lengths],
  "border-radius": [lengths],
  ...Object.fromEntries(
    ["", "-top", "-right", "-bottom", "-left"].flatMap((side) => [
      [`padding${side}`, [lengths]],
      [`margin${side}`, [lengths]],
      [`border${side}`, [border]],
    ]),
  ),
};

const size = ["width", "height"];
const cell = [...size, "align", "valign", "bgcolor", "colspan", "rowspan"];

const allowed: IOptions = {
  allowedTags: [
    ..."a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup".split(
      " ",
    ),
    ..."dd del dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd".split(
      " ",
    ),
    ..."li main mark nav ol p pre q s samp section small span strike strong sub sup table tbody td".split(
      " ",
    ),
    ..."tfoot th thead tr tt u ul var wbr".split(" "),
  ],
  allowedAttributes: {
    "*": ["style", "dir", "lang", "align"],
    a: ["href", "title", "target", "rel"],
    img: ["src", "alt", ...size],
    font: ["color", "face", "size"],
    table: [...size, "bgcolor", "border", "cellpadding", "cellspacing"],
    tr: ["bgcolor", "valign"],
    td: cell,
    th: [...cell, "scope"],
    col: ["span", "width"],
    ol: ["start", "type"],
    ul: ["type"],
    // What mail programs mark a quotation by (split.ts), and our own mark.
    blockquote: ["type", "class"],
    div: ["class", "id"],
    span: ["class"],
    hr: ["id", ...size],
  },
  allowedStyles: { "*": styles },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowedSchemesByTag: { img: ["http", "https", "data"] },
  allowProtocolRelative: false,
  nonTextTags: ["style", "script", "title", "textarea"],
  nestingLimit: 200,
};

function link(tagName: string, { href = "", ...attribs }: Record<string, string>): Tag {
  if (!/^\s*(?:https?:|mailto:|tel:)/i.test(href)) return { tagName: "span", attribs: {} };
  return {
    tagName,
    attribs: { ...attribs, href, title: href.slice(0, 500), target: "_blank", rel: "noopener noreferrer" },
  };
}

const ownPicture = /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z\d+/=\s]+$/i;

function picture(attribs: Record<string, string>, { remote, fileUrl }: Pictures): Tag {
  const { src = "", alt = "" } = attribs;
  if (isTracker(attribs)) return { tagName: "span", attribs: {} };
  const contentId = /^cid:(.+)$/i.exec(src.trim())?.[1];
  const shown = contentId ? fileUrl(decoded(contentId)) : ownPicture.test(src) ? src : null;
  if (shown) return { tagName: "img", attribs: { ...attribs, src: shown, alt } };
  const elsewhere = /^https?:\/\//i.test(src.trim());
  if (elsewhere && remote) return { tagName: "img", attribs: { ...attribs, alt } };
  return { tagName: "span", attribs: elsewhere ? { class: "left-out" } : {}, text: alt.slice(0, 200) };
}

/** Nobody would see it: it is there to tell that the mail was opened. */
function isTracker({ width, height, style = "" }: Record<string, string>): boolean {
  const tiny = (text: string | undefined) => text !== undefined && /^\s*[0-2](?:px)?\s*$/.test(text);
  return (
    tiny(width) ||
    tiny(height) ||
    /(?:^|[;\s])(?:(?:max-)?(?:width|height)\s*:\s*[0-2](?:px)?|display\s*:\s*none)\s*(?:;|!|$)/i.test(style)
  );
}

function decoded(contentId: string): string {
  try {
    return decodeURIComponent(contentId);
  } catch {
    return contentId;
  }
}
