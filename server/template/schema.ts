import { z } from "zod";
import { locales } from "#server/i18n/locales.ts";
import { refusal } from "#server/refusal.ts";
import { unknownIn, variables } from "./rules.ts";

const mostOfName = 60;
const mostOfText = 5_000;

const Text = z
  .string()
  .trim()
  .min(1, refusal("templateText"))
  .max(mostOfText, refusal("tooLong", { most: mostOfText }))
  .superRefine((text, { addIssue }) => {
    const [unknown] = unknownIn(text);
    if (unknown)
      addIssue(
        refusal("templateUnknown", { unknown, names: variables.map((one) => `{{${one}}}`).join(", ") }),
      );
  });

/** A text to begin replies with; without an id a new one. */
export const SaveTemplate = z.object({
  id: z.uuid().optional(),
  name: z
    .string()
    .trim()
    .min(1, refusal("templateName"))
    .max(mostOfName, refusal("tooLong", { most: mostOfName })),
  locale: z.enum(locales, refusal("templateLanguage")),
  text: Text,
});
export type SaveTemplate = z.infer<typeof SaveTemplate>;

export const EndTemplate = z.object({ id: z.uuid() });
export type EndTemplate = z.infer<typeof EndTemplate>;
