import { type MomentStyle, momentText } from "./moment-text.ts";

type MomentProps = { at: Date; timeZone: string; style?: MomentStyle };

/** A date, with the time of day where `style` says so, by the clocks of `timeZone`. */
export function Moment({ at, timeZone, style }: MomentProps) {
  return <time dateTime={at.toISOString()}>{momentText(at, timeZone, style)}</time>;
}
