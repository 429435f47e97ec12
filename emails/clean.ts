/** `text` on one line, without anything that could end a header or a line (RELIABILITY.md B5). */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

/** `text` with line feeds as its only control characters. */
export function lines(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(/[^\P{Cc}\n]/gu, "");
}

/** The paragraphs of `text`, which an empty line parts, each with its lines. */
export function paragraphs(text: string): string[][] {
  return lines(text)
    .trim()
    .split(/\n[ \t]*\n\s*/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => paragraph.split("\n"));
}

/** Each line of `text` as a plain-text mail quotes it. */
export function quoted(text: string): string {
  return lines(text)
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

/**
 * `url` if it leads to a page.
 * @throws when it is anything but http or https (RELIABILITY.md B6).
 */
export function webLink(url: string): string {
  if (/^https?:\/\/[^\s\p{Cc}]+$/u.test(url)) return url;
  throw new Error("A link in a mail has to begin with https:// or http://.");
}
