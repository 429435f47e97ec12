import { z } from "zod";
import { locales } from "#server/i18n/locales.ts";
import { unknownIn, variables } from "./rules.ts";

const mostOfName = 60;
const mostOfText = 5_000;

const Text = z
  .string()
  .trim()
  .min(1, "Write the text.")
  .max(mostOfText, `Keep it under ${mostOfText.toLocaleString("en")} characters.`)
  .superRefine((text, { addIssue }) => {
    const [unknown] = unknownIn(text);
    if (unknown)
      addIssue(
        `Nothing is known by the name ${unknown}. What can be filled in is ${variables.map((one) => `{{${one}}}`).join(", ")}.`,
      );
  });

/** A text to begin replies with; without an id a new one. */
export const SaveTemplate = z.object({
  id: z.uuid().optional(),
  name: z
    .string()
    .trim()
    .min(1, "Give it a name that colleagues find it by.")
    .max(mostOfName, `The name has more than ${mostOfName} characters. Shorten it.`),
  locale: z.enum(locales, "Choose the language it is written in."),
  text: Text,
});
export type SaveTemplate = z.infer<typeof SaveTemplate>;

export const EndTemplate = z.object({ id: z.uuid() });
export type EndTemplate = z.infer<typeof EndTemplate>;
