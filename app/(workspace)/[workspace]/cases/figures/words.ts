import { appTranslator } from "#server/i18n/translate-app.ts";
import { percentOf, rateInterval, type Share } from "#server/nps/rate.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";

/** The words of the figures of cases. */
export const words = () => appTranslator("figures");

/** A rate with its interval: "84 % (76 to 90 %)"; the counts where they are too few to say. */
export function rateInWords(share: Share): string {
  const t = words();
  const ends = endsOf(share);
  if (share.of === 0) return "–";
  if (!ends) return t("of", { count: share.count, n: share.of });
  return t("rate", ends);
}

/** A rate and the ends of its interval in whole percent; null where it is of too few to be told. */
export function endsOf(share: Share): { percent: number; low: number; high: number } | null {
  const interval = rateInterval(share);
  if (!interval || share.of < FEWEST_FOR_A_SCORE) return null;
  const whole = (end: number) => Math.round(100 * end);
  return { percent: percentOf(share)!, low: whole(interval.low), high: whole(interval.high) };
}

/** A rate as a figure: its value, and its interval or that it is of too few. */
export function rate(share: Share): { value: string; note: string | undefined } {
  const t = words();
  const ends = endsOf(share);
  if (share.of === 0) return { value: "–", note: undefined };
  if (!ends) return { value: t("of", { count: share.count, n: share.of }), note: t("few") };
  const { percent, low, high } = ends;
  return { value: t("percent", { percent }), note: t("figure.interval", { low, high, n: share.of }) };
}

/** Minutes of working time: "40 min", "3 h 20 min", "26 h". Days would be taken for those of the clock. */
export function hoursInWords(minutes: number): string {
  const t = appTranslator("followUp");
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return t("span.minutes", { n: rest });
  if (rest === 0 || hours >= 10) return t("span.hours", { hours: Math.round(whole / 60) });
  return t("span.hoursMinutes", { hours, minutes: rest });
}
