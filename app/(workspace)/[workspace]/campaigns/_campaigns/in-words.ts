import { dateText, numberText } from "#app/_i18n/format.ts";
import type { listCampaigns } from "#server/campaign/queries.ts";
import { rateInterval, rateOf, type Share } from "#server/nps/rate.ts";
import { t } from "./words.ts";

/** A campaign as the lists show it. */
export type Campaign = Awaited<ReturnType<typeof listCampaigns>>["campaigns"][number];
type Hours = NonNullable<Campaign["sendingHours"]>;

/** Whom a campaign asks, in words. */
export function audienceInWords({ audience, team }: Pick<Campaign, "audience" | "team">): string {
  if ("emails" in audience) return t("audience.emails", { n: audience.emails.length });
  if ("teamId" in audience) return team ? t("audience.team", { name: team }) : t("audience.goneTeam");
  if ("attribute" in audience) return t("audience.attribute", audience.attribute);
  return t("audience.all");
}

/** The state of a campaign in a word or three. */
export function stateInWords({ state, overdue }: Pick<Campaign, "state" | "overdue">): string {
  return t(overdue ? "state.overdue" : `state.${state}`);
}

const dayNames = ["d1", "d2", "d3", "d4", "d5", "d6", "d7"] as const;

/** "Mon, Tue" for ISO weekdays. */
export function dayInWords(day: number): string {
  return t(`when.day.${dayNames[day - 1] ?? "d1"}`);
}

/** Sending hours in words: "Mon, Tue, 8:00 to 11:00". */
export function hoursInWords({ days, from, to }: Hours): string {
  return t("review.hours", { days: [...days].sort().map(dayInWords).join(", "), from, to });
}

/** `part` of `whole` as "4.6 %". */
export function shareInWords(part: number, whole: number): string {
  const share = whole > 0 ? part / whole : 0;
  return numberText(share, { style: "percent", maximumFractionDigits: share < 0.1 ? 1 : 0 });
}

/** How a campaign is spread over time, in words; null for what is sent once. */
export function paceInWords({ timing }: Pick<Campaign, "timing">): string | null {
  if (timing.kind === "drip") return t("review.drip", { days: timing.days });
  if (timing.kind === "recurring") {
    return t(timing.unit === "week" ? "review.everyWeeks" : "review.everyMonths", { every: timing.every });
  }
  if (timing.kind === "event") {
    return t("review.afterEvent", { type: timing.type, hours: timing.delayHours });
  }
  return null;
}

/** The draw among those who may be asked, in words; null when all of them are. */
export function samplingInWords({ sampling }: Pick<Campaign, "sampling">): string | null {
  if (!sampling) return null;
  return "most" in sampling
    ? t("audience.most", { n: sampling.most })
    : t("audience.percent", { n: sampling.percent });
}

/** Whether and when those who have not answered are reminded, in words. */
export function reminderInWords({ reminderDays }: Pick<Campaign, "reminderDays">): string {
  return reminderDays === null ? t("review.noReminder") : t("review.reminderAfter", { days: reminderDays });
}

/** "30 Nov 2026, 09:00" on the clocks of `timeZone`. */
export function whenInWords(moment: Date, timeZone: string): string {
  return dateText(moment, { timeZone, dateStyle: "medium", timeStyle: "short" });
}

/** A rate with its 95 % interval: "12.5 % (8 % to 19 %)"; a dash of nothing. */
export function rateInWords(share: Share): string {
  const [rate, interval] = [rateOf(share), rateInterval(share)];
  if (rate === null || !interval) return t("test.none");
  return t("test.interval", {
    rate: percent(rate),
    low: percent(interval.low),
    high: percent(interval.high),
  });
}

const percent = (rate: number) => numberText(rate, { style: "percent", maximumFractionDigits: 1 });
