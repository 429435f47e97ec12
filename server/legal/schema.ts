import { z } from "zod";
import { usualGrounds } from "./choices.ts";
import { refusal } from "#server/refusal.ts";
import { acceptable, countries } from "./rules.ts";

/** What holds in a country from now on; `null` is what Svar proposes. */
export const SetLegalRule = z.object({
  country: z.enum(countries, refusal("country")),
  rule: z
    .object({
      accepts: z.array(z.enum(acceptable)).max(acceptable.length),
      reason: z
        .string()
        .trim()
        .min(1, refusal("legalWhy"))
        .max(500, refusal("tooLong", { most: 500 })),
    })
    .nullable(),
});
export type SetLegalRule = z.infer<typeof SetLegalRule>;

/** On what ground contacts are asked that come without one, and whose law holds where nothing tells the country. */
export const SetLegalDefaults = z.object({
  ground: z.enum(usualGrounds, refusal("ground")),
  country: z.enum(countries, refusal("country")),
});
export type SetLegalDefaults = z.infer<typeof SetLegalDefaults>;
