import { z } from "zod";
import { refusal } from "#server/refusal.ts";
import { usualGrounds } from "./choices.ts";
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

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, refusal("tooLong", { most }))
    .transform((text) => text || null);
const address = line(254).refine(
  (text) => text === null || z.email().safeParse(text).success,
  refusal("controllerEmail"),
);

/** Whom customers turn to about their data. An officer is reached by e-mail, or there is none. */
export const SetDataProtection = z
  .object({
    ...{ controllerName: line(200), controllerEmail: address, controllerPhone: line(60) },
    controllerAddress: line(500),
    ...{ officerName: line(200), officerEmail: address, officerPhone: line(60) },
  })
  .refine(({ officerName, officerPhone, officerEmail }) => officerEmail || !(officerName || officerPhone), {
    path: ["officerEmail"],
    error: refusal("officerEmail"),
  });
export type SetDataProtection = z.infer<typeof SetDataProtection>;
