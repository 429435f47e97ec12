type MomentProps = { at: Date; timeZone: string; style?: "date" | "date-time" };

/** The staff application speaks English, with the day before the month. */
const locale = "en-GB";

const styles = {
  date: { dateStyle: "medium" },
  "date-time": { dateStyle: "medium", timeStyle: "short" },
} as const;

/** A date, with the time of day where `style` says so, by the clocks of `timeZone`. */
export function Moment({ at, timeZone, style = "date-time" }: MomentProps) {
  return (
    <time dateTime={at.toISOString()}>
      {new Intl.DateTimeFormat(locale, { ...styles[style], timeZone }).format(at)}
    </time>
  );
}
