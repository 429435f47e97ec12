import { z } from "zod";
import type { Query } from "#server/response/address.ts";
import { conditionText } from "#server/response/conditions.ts";
import { attributeOf, dimensions } from "#server/response/cuts.ts";

const Pair = z.tuple([z.string(), z.string()]);

/** One thing to narrow by and its value as one choice of a form. */
export const narrowingChoice = (dimension: string, value: string): string =>
  JSON.stringify([dimension, value]);

/** The parts of that choice; null when it is none of ours. */
export function narrowingOf(choice: string): { dimension: string; value: string } | null {
  try {
    const [dimension, value] = Pair.parse(JSON.parse(choice));
    return { dimension, value };
  } catch {
    return null;
  }
}

/** What a page's address has when it is narrowed to one value: a word of its own, or one more of its conditions. */
export function narrowedTo(dimension: string, value: string, where: readonly string[] = []): Query {
  const name = attributeOf(dimension);
  if (name !== null)
    return { where: [...new Set([...where, conditionText({ name, operator: "is", value })])] };
  if (dimension === "group") return { group: value };
  const known = dimensions.find((one) => one === dimension);
  return known ? { [known]: value } : {};
}
