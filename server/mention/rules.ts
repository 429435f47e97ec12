/**
 * The colleagues whom a note names with "@": by their whole name, or by a first name that only one of them has. Each
 * once, in the order of the note.
 */
export function mentionedIn<Colleague extends { name: string }>(
  note: string,
  colleagues: readonly Colleague[],
): Colleague[] {
  const found = [...note.matchAll(/(?<![\p{L}\p{N}@._+-])@(?=\p{L})/gu)].map(({ index }) => {
    const rest = note.slice(index + 1).toLowerCase();
    const whole = colleagues.filter(({ name }) => beginsWith(rest, name));
    const longest = whole.sort((a, b) => b.name.length - a.name.length)[0];
    const first = colleagues.filter(({ name }) => beginsWith(rest, name.trim().split(/\s+/)[0]!));
    return longest ?? (first.length === 1 ? first[0] : undefined);
  });
  return [...new Set(found.filter((one) => one !== undefined))];
}

/** Whether `text` begins with these words, and not only with a part of its own. */
function beginsWith(text: string, words: string): boolean {
  const wanted = words.trim().toLowerCase();
  return wanted !== "" && text.startsWith(wanted) && !/^[\p{L}\p{N}]/u.test(text.slice(wanted.length));
}
