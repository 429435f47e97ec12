import { isScore, type Score } from "#server/nps/groups.ts";

/** Scores in words, in the six languages; only where the word is all that stands on the line. */
const words: Record<string, number> = Object.fromEntries(
  [
    "zero noll nul null nolla nulla",
    "one ett et yksi eins",
    "two två to kaksi zwei",
    "three tre kolme drei",
    "four fyra fire neljä vier",
    "five fem viisi fünf",
    "six sex seks kuusi sechs",
    "seven sju syv seitsemän sieben",
    "eight åtta otte åtte kahdeksan acht",
    "nine nio ni yhdeksän neun",
    "ten tio ti kymmenen zehn",
  ].flatMap((names, score) => names.split(" ").map((name) => [name, score])),
);

const label =
  /^(?:my |mitt |mit |min |mein |meine )?(?:score|answer|betyg|svar|vurdering|karakter|vastaus|arvosana|antwort|bewertung)\s*(?:is|är|er|on|ist)?\s*:?\s*/i;
const ofTen = /^\s*(?:\/|of|out of|av|af|ud af|von|auf|\/\s*)\s*10(?!\d)/i;

/** An answer on one line; what is longer than a comment may be is no answer, and would take long to look at. */
const longestLine = 5_500;

/** What may stand between the number and the reason on one line. A digit behind it makes two numbers of it. */
const reason =
  /^\s*(?:[,;:!–—-]+(?![,;:!–—-]|\s*\d)\s*|\s(?=(?:because|since|as|for|eftersom|därför|för att|fordi|siden|da|weil|denn|koska|sillä)\b))(.*)$/isu;

/**
 * The answer that a customer wrote into a mail, when it begins with one beyond doubt: "8", "8/10", "åtta", "8, because …".
 * What follows is the comment. Null for everything that a person had better read: "8 or 9", "5 days ago …", "10:30".
 */
export function answerIn(text: string): { score: Score; comment: string } | null {
  const [first = "", ...others] = text.trim().split("\n");
  if (first.length > longestLine) return null;
  const line = first.trim().replace(label, "");
  const below = others.join("\n").trim();
  const word = words[line.replace(/[.!,\s]+$/u, "").toLowerCase()];
  if (word !== undefined && isScore(word)) return { score: word, comment: below };
  const [written, digits] = /^(\d{1,2})(?!\d)/.exec(line) ?? [];
  const score = Number(digits);
  if (written === undefined || !isScore(score)) return null;
  const rest = line.slice(written.length).replace(ofTen, "");
  if (/^\s*[.!]*\s*$/.test(rest)) return { score, comment: below };
  const because = reason.exec(rest)?.[1]?.trim();
  if (!because) return null;
  return { score, comment: [because, below].filter(Boolean).join("\n") };
}
