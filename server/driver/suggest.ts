import { locales } from "#server/i18n/locales.ts";
import { translator } from "#server/i18n/translate.ts";
import type { Driver } from "./schema.ts";

/** Five subjects that most companies are judged by, in all languages. None says good or bad. */
export function suggestDrivers(): Driver[] {
  const keys = {
    quality: "driverQuality",
    price: "driverPrice",
    delivery: "driverDelivery",
    service: "driverService",
    ease: "driverEase",
  } as const;
  return Object.entries(keys).map(([id, key]) => ({
    id,
    labels: Object.fromEntries(locales.map((locale) => [locale, translator(locale, "survey")(key)])),
  }));
}
