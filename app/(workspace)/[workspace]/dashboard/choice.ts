import { z } from "zod";

/** What the choice of period says when the two dates beside it count. */
export const ownDates = "dates";

const Pair = z.tuple([z.string(), z.string()]);

/** An attribute and its value as one choice of the form. */
export const attributeChoice = (name: string, value: string): string => JSON.stringify([name, value]);

/** The parts of that choice; nothing when it is none of ours. */
export function readAttributeChoice(choice: string | undefined): { attribute?: string; value?: string } {
  try {
    const [attribute, value] = Pair.parse(JSON.parse(choice ?? ""));
    return { attribute, value };
  } catch {
    return {};
  }
}
