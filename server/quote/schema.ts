import { z } from "zod";
import { quoteManners } from "#db/schema/index.ts";

/** How a customer may be quoted, as the form sends it, for the words of `version` that stood beside it. */
export const GiveQuoteConsent = z.object({
  manner: z.enum(quoteManners),
  version: z.coerce.number<string>().int().min(1),
});
export type GiveQuoteConsent = z.infer<typeof GiveQuoteConsent>;
