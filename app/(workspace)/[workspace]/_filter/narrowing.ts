import { z } from "zod";

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
