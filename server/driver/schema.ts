import { z } from "zod";
import { locales } from "#server/i18n/locales.ts";
import { mostDrivers } from "./choices.ts";

const mostCharacters = 40;

/** Stands for a driver in answers, whatever its label becomes. */
export const DriverId = z.string().regex(/^[a-z0-9]{4,36}$/, "This is no reason's key.");

const label = z
  .string()
  .transform((text) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim())
  .pipe(
    z
      .string()
      .max(
        mostCharacters,
        `A reason can have ${mostCharacters} characters, so that it fits a phone. Shorten it.`,
      ),
  );

/** A one-tap reason: its label per language. Customers see it in the languages it has one in. */
export const Driver = z.strictObject({ id: DriverId, labels: z.partialRecord(z.enum(locales), label) });
export type Driver = z.infer<typeof Driver>;

/** The reasons of a survey in their order: five at most, and no label twice in a language. */
export const Drivers = z
  .array(Driver)
  .max(mostDrivers, `A survey can have ${mostDrivers} reasons. Take one away.`)
  .superRefine((drivers, check) => {
    const known = new Set<string>();
    for (const [position, { id, labels }] of drivers.entries()) {
      if (known.has(id))
        check.addIssue({ code: "custom", path: [position, "id"], message: "This reason is there twice." });
      known.add(id);
      for (const [locale, text] of Object.entries(labels)) {
        const said = `${locale} ${text.toLowerCase()}`;
        if (text && known.has(said)) {
          check.addIssue({
            code: "custom",
            path: [position, "labels", locale],
            message: `“${text}” is there twice. Say it once, or in other words.`,
          });
        }
        known.add(said);
      }
    }
  });
export type Drivers = z.infer<typeof Drivers>;
