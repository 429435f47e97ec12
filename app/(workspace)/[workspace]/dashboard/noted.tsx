import type { TrendNote } from "#app/(workspace)/_nps/trend-notes.tsx";
import type { TrendPoint } from "#app/(workspace)/_nps/trend-scale.ts";
import type { Shown } from "./places.ts";
import { dayInWords, words } from "./words.ts";

/** The flags of a trend: one for each stretch of which something is noted, however much. */
export function notesOf(points: readonly TrendPoint[]): TrendNote[] {
  const t = words();
  return points.flatMap(({ notes = [] }, index) => {
    const [first] = notes;
    if (!first) return [];
    const short = notes.length > 1 ? t("annotate.several", { n: notes.length }) : first.text;
    return [{ index, label: notes.map(({ said }) => said).join("; "), short }];
  });
}

/** What is noted of the days shown, in the order of the days; everybody who sees the trend sees this list. */
export function Noted({ found }: Pick<Shown, "found">) {
  const t = words();
  if (found.annotations.length === 0) return null;
  return (
    <ul aria-label={t("annotate.list")} className="mt-3 text-sm sm:columns-2 print:hidden">
      {found.annotations.map(({ id, day, text, shared }) => (
        <li key={id} className="break-inside-avoid py-0.5">
          <span className="text-muted">{dayInWords(day)}</span> {text}
          {!shared && <span className="text-muted"> ({t("annotate.own")})</span>}
        </li>
      ))}
    </ul>
  );
}
