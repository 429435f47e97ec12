/** `moment` on the clocks of `timeZone` as a `datetime-local` field writes it. */
export function localTime(moment: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return format.format(moment).replace(" ", "T");
}
