const word = /[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text in small letters, each with a space before it, and one behind the last. */
export function plainWords(text: string): string {
  const words = text.normalize("NFC").toLowerCase().match(word) ?? [];
  return ` ${words.join(" ")} `;
}

/**
 * What an entry asks for in `plainWords` of a comment: words that begin so, or in quotation marks just these words. Null
 * when it has no word.
 */
export function wordsOf(entry: string): string | null {
  const plain = plainWords(entry);
  if (plain.trim() === "") return null;
  const isWhole = /^\s*["“”„«»].*["“”„«»]\s*$/su.test(entry);
  return isWhole ? plain : plain.trimEnd();
}
