import type { TokenCodec } from "#server/token/codec.ts";
import type { ContactWish } from "./schema.ts";

/** Stands for "no team" in the counters, whose columns are never null. */
export const noTeam = "00000000-0000-0000-0000-000000000000";

/** So many answers can be selected at once. */
export const mostSelected = 200;

/** What a list of answers can show of each; attributes are `attribute:` and their name. */
export const columnNames = [
  "score",
  "comment",
  "contact",
  "company",
  "survey",
  "campaign",
  "touchpoint",
  "team",
  "employee",
  "reasons",
  "case",
  "received",
  "evidence",
  "channel",
  "language",
  "quote",
] as const;
export type ColumnName = (typeof columnNames)[number] | `attribute:${string}`;

/** Without these a row would say nothing, or lead nowhere. */
export const fixedColumns: readonly ColumnName[] = ["score", "comment", "contact"];

const nonceLivesMs = 30 * 86_400_000;
const clocksDifferMs = 60_000;

/**
 * The nonce of one view of the answer page: an answer counts only from a page that was shown (RELIABILITY.md
 * 2.1). HMAC over the link's token, the moment and `random`.
 */
export function makeNonce(tokens: TokenCodec, token: string, now: Date, random: string): string {
  const body = `${now.getTime().toString(36)}.${random}`;
  return `${body}.${tokens.sign("page-nonce", `${token}\n${body}`)}`;
}

/** Whether `nonce` was issued to a view of this token's page within the last 30 days, as long as a link lives. */
export function isNonce(tokens: TokenCodec, token: string, nonce: string, now: Date): boolean {
  return ageOfNonce(tokens, token, nonce, now) !== null;
}

/** How many milliseconds ago the page was shown that `nonce` was issued to, or null when it is none of ours or too old. */
export function ageOfNonce(tokens: TokenCodec, token: string, nonce: string, now: Date): number | null {
  const [issued = "", random = "", signature = ""] = nonce.split(".", 3);
  const age = now.getTime() - Number.parseInt(issued, 36);
  const isOurs =
    age >= -clocksDifferMs &&
    age <= nonceLivesMs &&
    tokens.verify("page-nonce", `${token}\n${issued}.${random}`, signature);
  return isOurs ? age : null;
}

/** The wish to be contacted that is kept with an answer; `none` without one. */
export function wishOf(answer: {
  contactBy: "email" | "phone" | null;
  contactPhone: string | null;
}): ContactWish {
  const { contactBy: by, contactPhone: phone } = answer;
  if (by === "phone" && phone) return { by, phone };
  return { by: by === "email" ? by : "none" };
}

type Version = {
  score: number;
  comment: string | null;
  drivers: readonly { id: string; label: string }[];
  contactBy: "email" | "phone" | null;
  contactPhone: string | null;
};

/** What a customer changed from one version of an answer to the next; what stayed is null, or an empty list. */
export type Change = {
  score: { from: number; to: number } | null;
  comment: "added" | "removed" | "rewritten" | null;
  added: string[];
  removed: string[];
  wish: "asked" | "taken_back" | "changed" | null;
};

/** What is different between two versions of an answer; reasons by their labels. */
export function changeBetween(before: Version, after: Version): Change {
  const lacking = (from: Version, to: Version) =>
    from.drivers.filter(({ id }) => to.drivers.every((other) => other.id !== id)).map(({ label }) => label);
  return {
    score: before.score === after.score ? null : { from: before.score, to: after.score },
    comment: changeOf(before.comment, after.comment, ["added", "removed", "rewritten"]),
    added: lacking(after, before),
    removed: lacking(before, after),
    wish: changeOf(wishText(before), wishText(after), ["asked", "taken_back", "changed"]),
  };
}

const wishText = ({ contactBy, contactPhone }: Version): string | null =>
  contactBy && `${contactBy} ${contactPhone ?? ""}`;

function changeOf<Word>(before: string | null, after: string | null, words: [Word, Word, Word]): Word | null {
  if (before === after) return null;
  if (before === null) return words[0];
  return after === null ? words[1] : words[2];
}

/** A piece of a text that is marked or not. */
export type Piece = { text: string; marked: boolean };

type Spans = readonly (readonly [from: number, to: number])[];

/** A text in pieces, those of `spans` (in order, apart from each other) marked; joined they are the text. */
export function piecesOf(text: string, spans: Spans): Piece[] {
  let at = 0;
  const pieces = spans.flatMap(([from, to]) => {
    const before = { text: text.slice(at, from), marked: false };
    at = to;
    return [before, { text: text.slice(from, to), marked: true }];
  });
  return [...pieces, { text: text.slice(at), marked: false }].filter((piece) => piece.text !== "");
}

const mostBefore = 60;
const mostInSight = 120;

/**
 * Where to begin to show a text of which only the first lines are seen, so that the first of `spans` is among them: 0
 * where it is already, else the beginning of a word shortly before it.
 */
export function beginningFor(text: string, spans: Spans): number {
  const first = spans[0]?.[0] ?? 0;
  if (first <= mostInSight) return 0;
  const gap = text.slice(first - mostBefore, first).search(/\s\S/u);
  return gap < 0 ? first : first - mostBefore + gap + 1;
}
