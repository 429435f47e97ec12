import { z } from "zod";

export const mostCharacters = 5_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/**
 * An answer as a form sends it. `score` is a whole number 0–10, `comment` at most 5,000 characters without
 * control characters. The messages are keys of the answer page's texts.
 */
export const RecordResponse = z.object({
  score: z
    .string("scoreMissing")
    .regex(/^(?:\d|10)$/, "scoreMissing")
    .transform(Number),
  comment: z
    .string()
    .default("")
    .transform((text) => text.replaceAll("\r\n", "\n").replace(controls, "").trim())
    .pipe(z.string().max(mostCharacters, "commentTooLong")),
});
export type RecordResponse = z.infer<typeof RecordResponse>;
