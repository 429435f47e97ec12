import { z } from "zod";
import { locales } from "#server/i18n/locales.ts";
import { refusal } from "#server/refusal.ts";
import { mostDrivers } from "./choices.ts";

const mostCharacters = 40;

/** Stands for a driver in answers, whatever its label becomes. */
export const DriverId = z.string().regex(/^[a-z0-9]{4,36}$/, refusal("reasonKey"));

const label = z
  .string()
  .transform((text) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim())
  .pipe(z.string().max(mostCharacters, refusal("reasonLong", { most: mostCharacters })));

/** A one-tap reason: its label per language. Customers see it in the languages it has one in. */
export const Driver = z.strictObject({ id: DriverId, labels: z.partialRecord(z.enum(locales), label) });
export type Driver = z.infer<typeof Driver>;

/** The reasons of a survey in their order: five at most, and no label twice in a language. */
export const Drivers = z
  .array(Driver)
  .max(mostDrivers, refusal("reasonsMost", { most: mostDrivers }))
  .superRefine((drivers, check) => {
    const known = new Set<string>();
    for (const [position, { id, labels }] of drivers.entries()) {
      if (known.has(id))
        check.addIssue({ code: "custom", path: [position, "id"], message: refusal("reasonTwice") });
      known.add(id);
      for (const [locale, text] of Object.entries(labels)) {
        const said = `${locale} ${text.toLowerCase()}`;
        if (text && known.has(said)) {
          check.addIssue({
            code: "custom",
            path: [position, "labels", locale],
            message: refusal("reasonTextTwice", { text }),
          });
        }
        known.add(said);
      }
    }
  });
export type Drivers = z.infer<typeof Drivers>;
