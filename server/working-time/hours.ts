import type { Span, Week } from "./rules.ts";

/**
 * The hours of a day as they are typed, "8–12, 13–16:30" (a hyphen and a dot will do), in order; none for an empty text.
 * Null when it cannot be read, or when spans overlap.
 */
export function spansIn(text: string): Span[] | null {
  if (text.trim() === "") return [];
  const spans = text.split(/[,;]/).map(spanIn);
  const inOrder = spans.every((span, place) => {
    const before = spans[place - 1];
    return (
      span !== null && (place === 0 || (before !== null && before !== undefined && before.to <= span.from))
    );
  });
  return inOrder ? joined(spans as Span[]) : null;
}

/** The hours of a day as one types them, to read and to change: "08:00–12:00, 13:00–16:30"; "" for none. */
export const hoursInWords = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(", ");

/** The days of a week that have the same hours, those next to each other together: from and to, 0 for Monday. */
export function groupsOf(week: Week): { from: number; to: number; spans: readonly Span[] }[] {
  const groups: { from: number; to: number; spans: readonly Span[] }[] = [];
  for (const [day, spans] of week.entries()) {
    const last = groups.at(-1);
    if (last && hoursInWords(last.spans) === hoursInWords(spans)) last.to = day;
    else groups.push({ from: day, to: day, spans });
  }
  return groups;
}

const pattern = /^(\d{1,2})(?:[:.](\d\d))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d\d))?$/;

function spanIn(text: string): Span | null {
  const parts = pattern.exec(text.trim());
  if (!parts) return null;
  const [, hour, minute, toHour, toMinute] = parts;
  const from = minutesAt(hour, minute);
  const to = minutesAt(toHour, toMinute);
  return from === null || to === null || to <= from ? null : { from, to };
}

function minutesAt(hour = "0", minute = "0"): number | null {
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && minutes <= 1440 ? minutes : null;
}

/** Spans that touch are one. */
function joined(spans: Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last?.to === span.from) last.to = span.to;
    else all.push({ ...span });
  }
  return all;
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
