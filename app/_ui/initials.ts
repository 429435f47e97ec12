/** The first letter of the first and of the last word of a name, at most two, in capitals. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map(firstLetter).join("").toLocaleUpperCase();
}

function firstLetter(word = ""): string {
  return [...new Intl.Segmenter().segment(word)][0]?.segment ?? "";
}
