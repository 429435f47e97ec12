type MomentProps = { at: Date; locale: string; timeZone: string; style?: "date" | "date-time" };

const styles = {
  date: { dateStyle: "medium" },
  "date-time": { dateStyle: "medium", timeStyle: "short" },
} as const;

/** A date, with the time of day where `style` says so, in words of `locale` and the hours of `timeZone`. */
export function Moment({ at, locale, timeZone, style = "date-time" }: MomentProps) {
  return (
    <time dateTime={at.toISOString()}>
      {new Intl.DateTimeFormat(locale, { ...styles[style], timeZone }).format(at)}
    </time>
  );
}
