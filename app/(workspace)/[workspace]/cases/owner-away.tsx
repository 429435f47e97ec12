import { dayIn } from "#server/working-time/rules.ts";
import { sayAwayUntil } from "../_absences/words.ts";

type OwnerAwayProps = {
  away: { toDay: string; coverName: string } | null;
  now: Date;
  timeZone: string;
};

/** Beside the owner of a case: that they are away today, until when, and who stands in; nothing while they are here. */
export function OwnerAway({ away, now, timeZone }: OwnerAwayProps) {
  if (!away) return null;
  return <span className="block">{sayAwayUntil(away, dayIn(timeZone, now))}</span>;
}
