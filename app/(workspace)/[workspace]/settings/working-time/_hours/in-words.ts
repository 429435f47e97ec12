import { dateText } from "#app/_i18n/format.ts";
import { groupsOf, hoursInWords } from "#server/working-time/hours.ts";
import type { Span, Week } from "#server/working-time/rules.ts";
import { weekdays } from "#server/working-time/schema.ts";
import { t } from "./words.ts";

/** The hours of a week, days with the same ones together: "Monday to Friday: 08:00–16:00". */
export function sayWeek(week: Week): string[] {
  return groupsOf(week).map(({ from, to, spans }) => {
    const [first, last] = [weekdays[from]!, weekdays[to]!].map((day) => t(`days.${day}`)) as [string, string];
    return t("spans", {
      days: from === to ? first : t("range", { from: first, to: last }),
      hours: sayHours(spans),
    });
  });
}

function sayHours(spans: readonly Span[]): string {
  if (spans.length === 0) return t("closed");
  const [only] = spans;
  return only?.from === 0 && only.to === 1440 ? t("allDay") : hoursInWords(spans);
}

/** A day as a person writes it: "Thu 24 Dec 2026". */
export const sayDay = (day: string): string =>
  dateText(new Date(day), {
    ...{ weekday: "short", day: "numeric", month: "short", year: "numeric" },
    timeZone: "UTC",
  }).replace(",", "");

type Example = { example: { opened: Date; due: Date }; timezone: string };

/** When a case would be due: "A case opened Friday 15:00 is due Monday 15:00." */
export function sayExample({ example, timezone }: Example): string {
  const part = (at: Date, style: Intl.DateTimeFormatOptions) =>
    dateText(at, { ...style, timeZone: timezone });
  const moment = (at: Date) => `${part(at, { weekday: "long" })} ${part(at, { timeStyle: "short" })}`;
  const days = Math.round((example.due.getTime() - example.opened.getTime()) / 86_400_000);
  const due = moment(example.due);
  return t("example", {
    opened: moment(example.opened),
    due: days > 6 ? t("dueLater", { moment: due, days }) : due,
  });
}
