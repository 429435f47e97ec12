/** What a template can have filled in, written as {{first_name}}. */
export const variables = [
  "first_name",
  "name",
  "company",
  "score",
  "agent_name",
  "agent_first_name",
  "workspace",
] as const;

type Variable = (typeof variables)[number];

/** What is known of a case; absent or empty: not known. */
export type Values = Partial<Record<Variable, string | null>>;

const variable = /\{\{\s{0,9}([\p{L}\p{N}_ -]{1,40}?)\s{0,9}\}\}/gu;

/** `text` with what is known filled in. What is not known stays as it is written, to be seen. */
export function fillIn(text: string, values: Values): string {
  return text.replace(variable, (written, name: string) => values[name as Variable] || written);
}

/** What still stands in a text to be filled in, as it is written, each once. */
export function unfilledIn(text: string): string[] {
  return [...new Set([...text.matchAll(variable)].map(([written]) => written))];
}

/** What stands in a template that nothing is known by, as it is written. */
export function unknownIn(text: string): string[] {
  const known = new Set<string>(variables);
  return [...text.matchAll(variable)].filter(([, name]) => !known.has(name!)).map(([written]) => written);
}

/** Those that are offered of the name that the one with `id` has, or had: the same text in each language. */
export function sameNamed<T extends { id: string; name: string; ended: boolean }>(
  templates: readonly T[],
  id: string,
): T[] {
  const name = templates.find((one) => one.id === id)?.name.toLowerCase();
  return templates.filter((one) => !one.ended && one.name.toLowerCase() === name);
}

const fewestOwnWords = 3;

/**
 * Whether a reply is one of `templates` and next to nothing else: it holds the whole text of one of them, whatever was
 * filled in, and fewer than three words of its own.
 */
export function isOnlyTemplate(reply: string, templates: readonly string[]): boolean {
  const said = plain(reply);
  return templates.some((template) => {
    const rest = without(said, plain(template));
    return rest !== null && (rest.match(/\p{L}+/gu)?.length ?? 0) < fewestOwnWords;
  });
}

/** Whatever stands between words is one space, or one end of a line. */
const plain = (text: string) =>
  text
    .replace(/\s*\n\s*/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .trim();

/** `said` without the parts of `template` that are not filled in, in their order; null when one of them is missing. */
function without(said: string, template: string): string | null {
  const parts = template.split(/\{\{[^{}]*\}\}/).filter((part) => part.trim() !== "");
  if (parts.join("").length < fewestCharacters) return null;
  let own = "";
  let from = 0;
  for (const [place, part] of parts.entries()) {
    const at = said.indexOf(part, from);
    if (at < 0) return null;
    const between = said.slice(from, at);
    const isFilledIn = place > 0 || template.startsWith("{{");
    if (!isFilledIn || between.length > longestValue) own += ` ${between}`;
    from = at + part.length;
  }
  const end = said.slice(from);
  if (!template.endsWith("}}")) return `${own} ${end}`;
  const [value = "", ...rest] = end.split(/(?<=[.!?]) |\n/);
  return [own, value.length > longestValue ? value : "", ...rest].join(" ");
}

/** Names of people and companies are shorter. */
const longestValue = 60;
/** With fewer, a template is a greeting that also stands in what people write. */
const fewestCharacters = 20;
