import { type Locale, locales } from "#server/i18n/locales.ts";
import type { Driver } from "./schema.ts";

/** A driver as the database has it. A retired one is offered no more, and keeps its label for the answers that have it. */
export type StoredDriver = { id: string; labels: Record<string, string>; retired?: true };

/** A driver as a customer sees it. */
export type OfferedDriver = { id: string; label: string };

/** What a customer of this language may choose from: never a label in another language. */
export function offeredDrivers(drivers: readonly StoredDriver[], locale: string): OfferedDriver[] {
  return drivers.flatMap(({ id, labels, retired }) => {
    const label = labels[locale];
    return label && !retired ? [{ id, label }] : [];
  });
}

/** The drivers that somebody may edit, as an editor begins with them. */
export function currentDrivers(drivers: readonly StoredDriver[]): Driver[] {
  return drivers.flatMap(({ id, labels, retired }) => (retired ? [] : [{ id, labels }]));
}

/** What to keep of the drivers somebody entered: none without a label, and those of before that are gone as retired. */
export function driversToStore(given: readonly Driver[], before: readonly StoredDriver[]): StoredDriver[] {
  const kept = given.flatMap(({ id, labels }) => {
    const written = Object.entries(labels).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return written.length > 0 ? [{ id, labels: Object.fromEntries(written) }] : [];
  });
  const ids = new Set(kept.map(({ id }) => id));
  const gone = before
    .filter(({ id }) => !ids.has(id))
    .map((driver) => ({ ...driver, retired: true as const }));
  return [...kept, ...gone];
}

/** The chosen drivers of an answer with their labels, in the first of `preferred` languages that has one, or in any. */
export function labelled(
  chosen: readonly string[],
  drivers: readonly StoredDriver[],
  preferred: readonly string[],
): OfferedDriver[] {
  return chosen.map((id) => {
    const labels = drivers.find((driver) => driver.id === id)?.labels ?? {};
    const locale = [...preferred, ...locales].find((one) => labels[one]);
    return { id, label: (locale && labels[locale]) ?? id };
  });
}

/** The labels that a company wrote, one by one. */
export function driverTexts(drivers: readonly Driver[]): { field: string; locale: string; text: string }[] {
  return drivers.flatMap(({ labels }) =>
    Object.entries(labels).flatMap(([locale, text]) => (text ? [{ field: "driver", locale, text }] : [])),
  );
}

/** The languages in which a driver has no label, and is not offered. */
export function missingLocales({ labels }: Driver): Locale[] {
  return locales.filter((locale) => !labels[locale]?.trim());
}
