import { isIP } from "node:net";

/** What is known of a thing by field. What is undefined is not known, and is left out. */
export type Facts = Record<string, Fact | undefined>;
export type Fact = string | number | boolean | null | readonly string[];

type Kept = Record<string, string | number | boolean | null | string[]>;

const longest = 200;

/**
 * Of what was and what is, the fields that are different, each on both sides; a field that only one side has stands there
 * alone. Null where both sides are given and nothing is different: then nothing was done.
 */
export function whatChanged(before?: Facts, after?: Facts): { before: Kept; after: Kept } | null {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const different = names.filter((name) => !same(before?.[name], after?.[name]));
  if (before && after && different.length === 0) return null;
  return { before: keep(before, different), after: keep(after, different) };
}

/** Lists are the same whatever their order. */
function same(one: Fact | undefined, other: Fact | undefined): boolean {
  if (!isList(one) || !isList(other)) return one === other;
  return JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());
}

const isList = (fact: Fact | undefined): fact is readonly string[] => Array.isArray(fact);

function keep(facts: Facts = {}, names: readonly string[]): Kept {
  return Object.fromEntries(
    names.flatMap((name) => {
      const fact = facts[name];
      return fact === undefined ? [] : [[name, isList(fact) ? [...fact] : shortened(fact)]];
    }),
  );
}

const shortened = <F>(fact: F) =>
  typeof fact === "string" && fact.length > longest ? `${fact.slice(0, longest - 1)}…` : fact;

/** The address, where it is one that PostgreSQL takes; null for what is none, or names a zone of this machine. */
export function addressIn(text: string | null): string | null {
  const address = text?.trim() ?? "";
  return isIP(address) && !address.includes("%") ? address : null;
}
