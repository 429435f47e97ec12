import { and, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import { containing } from "#db/containing.ts";
import { accounts, contacts, responses } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { isQuotable } from "#server/quote/queries.ts";
import { filtered } from "./filter.ts";
import { accentedRoot, isPlain, type Sought } from "./marks.ts";
import type { ListFilter } from "./schema.ts";
import { isShort, type Term, termsOf } from "./terms.ts";

/** Languages whose words PostgreSQL knows the stems of; words of any other stand as they are. Migration 0040. */
const languages = ["da", "de", "en", "fi", "nb", "sv", ""] as const;

/** What a word is in one language: what to look for, and whether it is one of the common ones ("not", "the"). */
export type Reading = { term: string; language: string; query: string; common: boolean };

/** What somebody looks for, read in every language, and what an answer that has all of it must be. */
export type Search = {
  terms: Term[];
  readings: Reading[];
  where: SQL;
  /** Whether so many answers have it that they are read newest first, and never counted. */
  isFrequent: boolean;
};

/** More answers than these are read newest first instead of being gathered. */
const mostGathered = 5_000;

/** The answers that a filter with its one score and its words lets through, and what the words are, or null. */
export async function searchedFor(
  ctx: Ctx,
  input: ListFilter,
): Promise<{ search: Search | null; where: SQL }> {
  const search = await searchFor(ctx, input.q);
  const score = input.score === undefined ? undefined : eq(responses.score, input.score);
  const quotable = input.quotable && isQuotable(ctx);
  return { search, where: and(filtered(ctx, input), score, quotable, search?.where)! };
}

/**
 * The answers that have every term of `q`: in the comment, by the stems of the answer's language or as a part of a
 * word, or in the customer's name, address or company. Null where `q` has no word. STATS.md 4, docs/decisions/0019.
 */
export async function searchFor(ctx: Ctx, q: string | undefined): Promise<Search | null> {
  const terms = termsOf(q ?? "");
  if (terms.length === 0) return null;
  const readings = await readIn(ctx, terms);
  const asked = terms.map((term) => ({
    query: queryOf(ofTerm(readings, term)),
    patterns: shortest(partsOf(ofTerm(readings, term))).map(containing),
    phrase: term.phrase ? phraseOf(term) : null,
    names: namesOf(term),
  }));
  const [found] = await ctx.db.execute<Found>(
    sql`SELECT answers::text AS answers, array_replace(people, NULL, '') AS people,
        array_replace(companies, NULL, '') AS companies
      FROM svar_find_answers(${JSON.stringify(asked)}::jsonb, ${mostGathered})`,
  );
  const { answers, people, companies } = found!;
  const gathered = answers === null ? undefined : sql`${responses.id} = ANY (${answers}::uuid[])`;
  const each = terms.map((term, place) =>
    or(
      saysTerm(term, readings),
      isOneOf(called, term, people[place]!),
      isOneOf(inCompany, term, companies[place]!),
    ),
  );
  return { terms, readings, where: and(gathered, ...each)!, isFrequent: answers === null };
}

/** What svar_find_answers returns; sets of ids as the text of an array, those that are too many as an empty text. */
type Found = { answers: string | null; people: string[]; companies: string[] };

/** The words looked for as PostgreSQL finds them in a comment of the language of `locale`, any of them. */
export function anyWord(readings: readonly Reading[]): SQL {
  return byLanguage(readings, (some) => queryOf(some) ?? "");
}

/** The terms as they are looked for in the language of `locale`. */
export function soughtIn({ terms, readings }: Search, locale: string): Sought[] {
  const base = locale.toLowerCase().split("-")[0]!;
  const spoken = base === "no" || base === "nn" ? "nb" : base;
  const known = languages.find((one) => one === spoken) ?? "";
  return terms.map((term) => {
    const [reading] = ofTerm(readings, term).filter(({ language }) => language === known);
    return reading ? { ...term, common: reading.common, part: partOf(reading) ?? term.text } : term;
  });
}

async function readIn(ctx: Ctx, terms: readonly Term[]): Promise<Reading[]> {
  const words = terms.filter(({ phrase }) => !phrase).map(({ text }) => text);
  return [
    ...(await ctx.db.execute<Reading>(sql`
      SELECT term, language, svar_query_of(language, term)::text AS query, svar_is_common(language, term) AS common
      FROM jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) AS term,
        jsonb_array_elements_text(${JSON.stringify(languages)}::jsonb) AS language`)),
  ];
}

const ofTerm = (readings: readonly Reading[], { text, phrase }: Term) =>
  phrase ? [] : readings.filter(({ term }) => term === text);

function queryOf(readings: readonly Reading[]): string | null {
  const queries = [...new Set(readings.map(({ query }) => query).filter((query) => query !== ""))];
  return queries.length > 0 ? queries.map((query) => `(${query})`).join(" | ") : null;
}

/**
 * What parts of words are looked for besides, in one language: the word, or its stem where that is its beginning, for
 * stems of one word differ ("leverans" has another than "leveransen"). None of a short word or a common one.
 */
function partOf({ term, query, common }: Reading): string | null {
  if (common || isShort(term)) return null;
  const stem = /^'([^']+)':\*$/.exec(query)?.[1];
  return stem && term.startsWith(stem) && !isShort(stem) ? stem : term;
}

const partsOf = (readings: readonly Reading[]): string[] => [
  ...new Set(readings.flatMap((reading) => partOf(reading) ?? [])),
];

/** Those of these texts that contain no other of them. */
const shortest = (texts: readonly string[]): string[] =>
  texts.filter((text) => texts.every((other) => other === text || !text.includes(other)));

const saysTerm = (term: Term, readings: readonly Reading[]): SQL | undefined =>
  term.phrase ? sql`${responses.comment} ~* ${phraseOf(term)}` : saysWord(term, readings);

function saysWord(term: Term, readings: readonly Reading[]): SQL | undefined {
  const mine = ofTerm(readings, term);
  const stem = sql`${responses.words} @@ ${byLanguage(mine, (some) => queryOf(some) ?? "")}`;
  const root = accentedRoot(term.text);
  const kept = root && or(sql`NOT ${isIn(["de"])}`, ilike(responses.comment, containing(root)));
  const parts = partsOf(mine).map((part) => {
    const others = mine.filter((reading) => partOf(reading) !== part).map(({ language }) => language);
    const here = others.length > 0 ? sql`NOT ${isIn(others)}` : undefined;
    return and(ilike(responses.comment, containing(part)), here);
  });
  return or(kept ? and(stem, kept) : stem, ...parts);
}

const language = sql`svar_words_of(${responses.locale})`;

const isIn = (some: readonly string[]): SQL =>
  sql`${language} IN (${sql.join(
    some.map((one) => sql`svar_words_of(${one})`),
    sql`, `,
  )})`;

/** A tsquery that depends on the answer's language, or one for all where it does not. */
function byLanguage(readings: readonly Reading[], said: (some: readonly Reading[]) => string): SQL {
  const texts = languages.map((one) => said(readings.filter((reading) => reading.language === one)));
  const usual = texts.at(-1)!;
  const others = languages.flatMap((one, place) =>
    texts[place] === usual ? [] : [{ one, text: texts[place]! }],
  );
  if (others.length === 0) return asQuery(usual);
  const cases = others.map(({ one, text }) => sql`WHEN svar_words_of(${one}) THEN ${asQuery(text)}`);
  return sql`CASE ${language} ${sql.join(cases, sql` `)} ELSE ${asQuery(usual)} END`;
}

const asQuery = (text: string): SQL => sql`nullif(${text}, '')::tsquery`;

/** Whole words side by side, whatever signs are between them, for PostgreSQL. */
const phraseOf = ({ text }: Term): string => `\\m${text.split(" ").join("[^[:alnum:]]+")}\\M`;

/** Patterns for names in small letters without accents (svar_folded folds them): anywhere, or at a word's beginning. */
function namesOf({ text, phrase }: Term): string[] {
  const pattern = containing(text);
  return phrase || !isShort(text)
    ? [pattern]
    : ["", "% ", "%@", "%-", "%."].map((before) => before + pattern.slice(1));
}

type Named = { id: SQL; name: SQL; has(condition: SQL): SQL };

/** The customer of an answer. A subselect of one row is asked for each answer; EXISTS would be asked of all customers. */
const called: Named = {
  id: sql`${responses.contactId}`,
  name: sql`coalesce(${contacts.name}, '') || ' ' || coalesce(${contacts.email}, '')`,
  has: (condition) => sql`(SELECT ${condition} FROM ${contacts}
    WHERE ${contacts.workspaceId} = ${responses.workspaceId} AND ${contacts.id} = ${responses.contactId})`,
};

/** The customer's company, as it was when the question was asked. */
const inCompany: Named = {
  id: sql`${responses.accountId}`,
  name: sql`${accounts.name}`,
  has: (condition) => sql`(SELECT ${condition} FROM ${accounts}
    WHERE ${accounts.workspaceId} = ${responses.workspaceId} AND ${accounts.id} = ${responses.accountId})`,
};

/**
 * That who is named has the term in the name; `known` are those who may, empty where they are too many. A letter
 * typed without its accent finds the one with it, never the other way round.
 */
function isOneOf({ id, name, has }: Named, term: Term, known: string): SQL | undefined {
  if (known === "{}") return undefined;
  const exact = isPlain(term.text) ? undefined : has(sql`${name} ILIKE ${containing(term.text)}`);
  if (known !== "") return and(sql`${id} = ANY (${known}::uuid[])`, exact);
  const like = namesOf(term).map((pattern) => sql`svar_folded(${name}) LIKE svar_folded(${pattern})`);
  return and(has(or(...like)!), exact);
}
