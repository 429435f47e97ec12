import { z } from "zod";
import { usualGrounds } from "./choices.ts";
import { acceptable, countries } from "./rules.ts";

/** What holds in a country from now on; `null` is what Svar proposes. */
export const SetLegalRule = z.object({
  country: z.enum(countries, "Choose one of the countries, or the others."),
  rule: z
    .object({
      accepts: z.array(z.enum(acceptable)).max(acceptable.length),
      reason: z
        .string()
        .trim()
        .min(1, "Say why, so that colleagues understand whom you leave out.")
        .max(500, "The reason has more than 500 characters. Shorten it."),
    })
    .nullable(),
});
export type SetLegalRule = z.infer<typeof SetLegalRule>;

/** On what ground contacts are asked that come without one, and whose law holds where nothing tells the country. */
export const SetLegalDefaults = z.object({
  ground: z.enum(usualGrounds, "Choose one of the grounds."),
  country: z.enum(countries, "Choose one of the countries, or the others."),
});
export type SetLegalDefaults = z.infer<typeof SetLegalDefaults>;
