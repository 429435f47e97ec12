const mark = /@|%40/g;
const ofLocal = /^[\p{L}\p{N}._%+'-]$/u;
const ofDomain = /^[\p{L}\p{N}.-]$/u;

/** Longest parts of an address (RFC 5321 §4.5.3.1): whatever a line holds, no more of it is looked at twice. */
const [longestLocal, longestDomain] = [64, 255];

/**
 * A line of a log with every e-mail address in it made unreadable, also as it stands in a link. The versions and names of
 * packages are no addresses.
 */
export function withoutAddresses(line: string): string {
  let kept = "";
  let from = 0;
  for (const { 0: at, index } of line.matchAll(mark)) {
    const [begin, after] = [back(line, index, from), index + at.length];
    const end = forward(line, after);
    if (begin === index || !isHost(line.slice(after, end))) continue;
    kept += `${line.slice(from, begin)}(address)`;
    from = end;
  }
  return kept + line.slice(from);
}

function back(line: string, index: number, from: number): number {
  let begin = index;
  while (begin > from && index - begin < longestLocal && ofLocal.test(line[begin - 1]!)) begin--;
  return begin;
}

function forward(line: string, after: number): number {
  let end = after;
  while (end < line.length && end - after < longestDomain && ofDomain.test(line[end]!)) end++;
  return end;
}

/** A name with a dot whose last part begins with a letter, unlike "16.4.6". */
function isHost(text: string): boolean {
  const labels = text.replace(/\.$/, "").split(".");
  return labels.length > 1 && /^\p{L}[\p{L}\p{N}-]/u.test(labels.at(-1)!);
}
