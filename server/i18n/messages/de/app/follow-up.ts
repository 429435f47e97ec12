import type { followUp as english } from "../../en/app/follow-up.ts";
import type { Translated } from "../../translated.ts";

export const followUp: Translated<typeof english> = {
  title: "Nachfassen",
  summary: {
    rate: "{inTime, number} von {n, number} Fällen hatten die erste Antwort rechtzeitig. ",
    half: "Die Hälfte brauchte {time} oder weniger. ",
    most: "Mehr als die Hälfte hatte noch keine. ",
    counts:
      "{n, plural, one {# Fall wurde eröffnet} other {# Fälle wurden eröffnet}}: zu wenige für Quoten. ",
  },
  all: "Von den in diesem Zeitraum eröffneten Fällen. ",
  newest: "Von den neuesten {n, number} in diesem Zeitraum eröffneten Fällen. ",
  about:
    "An diesen Tagen eröffnete Fälle, deren Antworten die Ansicht zeigt. Die Zeit läuft nach der Uhr, mit Nächten und Wochenenden; Fristen lassen Wochenenden aus. Zurückgewonnen ist, wer einige Tage nach dem Schließen des Falls sagt, dass es gelöst ist.",
  unwritten:
    "{n, plural, one {# wurde ohne schriftliche Antwort geschlossen und ist weder rechtzeitig noch zu spät.} other {# wurden ohne schriftliche Antwort geschlossen und sind weder rechtzeitig noch zu spät.}}",
  empty: "Zu diesen Antworten wurde in diesem Zeitraum kein Fall eröffnet.",
  median: "Zeit bis zur ersten Antwort",
  medianOf: "die Hälfte von {n, number} Fällen",
  medianMost: "noch keine",
  medianMostOf: "bei mehr als der Hälfte von {n, number} Fällen",
  inTime: "Erste Antwort rechtzeitig",
  percent: "{percent}\u00a0%",
  interval: "{low} bis {high}\u00a0%, n = {n, number}",
  few: "{count, number} von {n, number}",
  fewOf: "Wenige: Anzahlen statt einer Quote",
  onTime: "{n, number} rechtzeitig",
  late: "{n, number} zu spät",
  open: "Offene Fälle",
  overdue: "{n, number} überfällig",
  openOverdue: "Überfällige Fälle",
  closedUnwritten: "Ohne schriftliche Antwort geschlossen",
  noneOverdue: "keiner überfällig",
  recovery: "Zurückgewonnen",
  recoveryOf: "sagen, dass es gelöst ist",
  recoveryNone: "Noch hat niemand geantwortet, ob ein geschlossener Fall gelöst ist.",
  recoveryNarrowed: "Zurückgewonnene werden für alle und nach Team gezählt.",
  table: "Als Tabelle zeigen",
  more: "Nach Team und Ursache",
  figure: "Kennzahl",
  value: "Wert",
  from: "Von",
  to: "Bis",
  n: "n",
  span: {
    minutes: "{n} Min.",
    hours: "{hours} Std.",
    hoursMinutes: "{hours} Std. {minutes} Min.",
    days: "{days, plural, one {# Tag} other {# Tage}}",
    daysHours: "{days, plural, one {# Tag} other {# Tage}} {hours} Std.",
  },
};
