/** A day as people write it, by the clocks of `timeZone`. */
export const dayOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone }).format(at);
