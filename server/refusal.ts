import type { refusals } from "./i18n/messages/en/refusals.ts";

type Messages = typeof refusals;
export type RefusalKey = keyof Messages;

/**
 * What stands in the way of something, and the way out: a key of the messages `refusals` with its values, to be said in the
 * language of whoever reads it (say-refusal.ts). It is a string, so that zod carries it as a message and a table as a text.
 */
export type Refusal = string & { readonly refused: unique symbol };

/** A refusal to be said: `refusal("tooLong", { most: 120 })`. A key or a value that there is not is a type error. */
export function refusal<Key extends RefusalKey>(key: Key, ...values: ValuesOf<Key>): Refusal {
  return `${mark}${key}${values.length > 0 ? JSON.stringify(values[0]) : ""}` as Refusal;
}

/** Whether a text is a refusal to be said. */
export const isRefusal = (text: string): text is Refusal => text.startsWith(mark);

/** The key and the values of a refusal; null for any other text. */
export function readRefusal(text: string): { key: string; values: Record<string, string | number> } | null {
  if (!isRefusal(text)) return null;
  const values = text.indexOf("{");
  if (values === -1) return { key: text.slice(mark.length), values: {} };
  return { key: text.slice(mark.length, values), values: JSON.parse(text.slice(values)) };
}

const mark = "refused.";

/** What `notFound` can be about. */
export type Thing = Messages["notFound"] extends `${string}{what, select, ${infer Cases}}}${string}`
  ? CasesIn<Cases>
  : never;

type CasesIn<Text extends string> = Text extends `${infer Case} {${string}} ${infer Rest}`
  ? Case | CasesIn<Rest>
  : never;

type ValuesOf<Key extends RefusalKey> = [NamesIn<Messages[Key]>] extends [never]
  ? []
  : [{ readonly [Name in NamesIn<Messages[Key]>]: string | number }];

/** The names of the values that a text takes: "{most, number} characters of {name}" takes most and name. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Inside}` ? NamesFrom<Inside> : never;

type NamesFrom<Inside extends string> = Inside extends `${infer Name}, ${infer Kind}, ${infer Cases}`
  ? Name extends `${string}}${string}`
    ? PlainFrom<Inside>
    : Kind extends "select" | "plural"
      ? Name | (Cases extends `${string}}}${infer Rest}` ? NamesIn<Rest> : never)
      : PlainFrom<Inside>
  : PlainFrom<Inside>;

type PlainFrom<Inside extends string> = Inside extends `${infer Value}}${infer Rest}`
  ? (Value extends `${infer Name}, ${string}` ? Name : Value) | NamesIn<Rest>
  : never;
