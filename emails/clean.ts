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

/** `text` with lines of 72 characters at most, broken at spaces; a longer word, such as an address, stays whole. */
export function wrapped(text: string): string {
  return text
    .split("\n")
    .map((line) => (line.length > 72 ? broken(line) : line))
    .join("\n");
}

function broken(line: string): string {
  const [first = "", ...words] = line.trim().split(/ +/);
  let length = first.length;
  return words.reduce((done, word) => {
    const fits = length + 1 + word.length <= 72;
    length = fits ? length + 1 + word.length : word.length;
    return `${done}${fits ? " " : "\n"}${word}`;
  }, first);
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
