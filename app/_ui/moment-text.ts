import { dateText } from "#app/_i18n/format.ts";

const styles = {
  date: { dateStyle: "medium" },
  "date-time": { dateStyle: "medium", timeStyle: "short" },
} as const;

export type MomentStyle = keyof typeof styles;

/** A date, with the time of day where `style` says so, by the clocks of `timeZone` (IANA name). */
export const momentText = (at: Date, timeZone: string, style: MomentStyle = "date-time"): string =>
  dateText(at, { ...styles[style], timeZone });
