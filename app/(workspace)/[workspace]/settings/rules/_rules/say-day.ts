import { dateText } from "#app/_i18n/format.ts";

/** A day as people write it, by the clocks of `timeZone`. */
export const dayOf = (at: Date, timeZone: string): string => dateText(at, { dateStyle: "medium", timeZone });
