import type { suppressionReason } from "#db/schema/index.ts";
import { emailKeyOf } from "#server/contact/rules.ts";
import { readCsv } from "#server/csv/read.ts";
import { type Refusal, refusal } from "#server/refusal.ts";

export type SuppressionReason = (typeof suppressionReason.enumValues)[number];
export type SuppressionScope = "surveys" | "all";

/**
 * How far a suppression reaches unless somebody says otherwise: a wish not to be asked is about surveys; mail to a dead
 * address, or to somebody who called our mail spam, harms every mail we send (RELIABILITY.md D3).
 */
export function usualScope(reason: SuppressionReason): SuppressionScope {
  return reason === "hard_bounce" || reason === "complaint" ? "all" : "surveys";
}

/** A line that holds no address; `line` counts from 1. */
export type BadLine = { line: number; value: string; reason: Refusal };
export type AddressList = { keys: string[]; bad: BadLine[] };

/**
 * The addresses of a list, each once, in the form contacts are found by: one on each line, or a CSV text with a
 * heading, whose first column of addresses counts. "Name <a@b.se>" is read as a@b.se.
 */
export function readAddresses(text: string): AddressList {
  const lines = linesOf(text);
  const keys = new Set<string>();
  const bad: BadLine[] = [];
  for (const { line, value } of lines) {
    const key = emailKeyOf(/<([^<>]+)>\s*$/.exec(value)?.[1] ?? value);
    if (key) keys.add(key);
    else bad.push({ line, value, reason: refusal("email") });
  }
  return { keys: [...keys], bad };
}

type Line = { line: number; value: string };

function linesOf(text: string): Line[] {
  const plain = text
    .split(/\r\n|\r|\n/)
    .map((value, index) => ({ line: index + 1, value: value.trim() }))
    .filter(({ value }) => value !== "");
  const [first] = plain;
  const isList = !first || first.value.includes("@") || !/[;,\t|]|^"?e?-?mail/i.test(first.value);
  return isList ? plain.flatMap(split) : columnOf(text);
}

/** Several addresses on one line, as mail programs write them. */
function split({ line, value }: Line): Line[] {
  return value
    .split(/[;,\t]/)
    .map((part) => ({ line, value: part.trim() }))
    .filter((part) => part.value !== "");
}

/** The cells of the column that holds addresses: the first whose rows have an @ in them. */
function columnOf(text: string): Line[] {
  const { rows } = readCsv(text);
  const width = rows[0]?.cells.length ?? 0;
  const column = Array.from({ length: width }, (_, at) => at).find((at) =>
    rows.some(({ cells }) => cells[at]?.includes("@")),
  );
  return rows.map(({ line, cells }) => ({ line, value: (cells[column ?? 0] ?? "").trim() }));
}
