import { numberText } from "#app/_i18n/format.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { addCounts, type Group, total } from "#server/nps/groups.ts";
import { formatNps, npsOf } from "#server/nps/score.ts";
import { presentationOf } from "#server/nps/show.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import { pointsText } from "./points-text.ts";
import type { CursorPoint } from "./trend-cursor.tsx";

export type TrendReadoutWords = {
  /** The link to the answers of what is chosen: "Read these answers". */
  read: string;
  /** The link that narrows the page to it: "Show these days only". */
  narrow: string;
  /** Figures of several periods, with `{nps}`, `{low}`, `{high}` and `{n}` to be filled in. */
  score: string;
  /** The same below the number that a score needs, with `{n}`. */
  few: string;
  /** Of which group the drawing shows the share; then `share` has `{count}`, `{percent}` and `{n}`. */
  group?: Group;
  share: string;
};

type TrendReadoutProps = {
  chosen: readonly CursorPoint[];
  read: string | undefined | false;
  narrowed: string;
  words: TrendReadoutWords;
};

/** The period or the periods chosen in words, said as they change, and what can be done with them. */
export function TrendReadout({ chosen, read, narrowed, words }: TrendReadoutProps) {
  const [one, last] = [chosen[0], chosen.at(-1)];
  if (!one || !last) return null;
  const isOne = chosen.length === 1;
  return (
    <p className="col-span-2 row-start-4 mt-2 min-h-6 print:hidden">
      <output>
        <span className="text-muted">{isOne ? one.label : `${one.first} – ${last.last}`}:</span>{" "}
        {isOne ? one.words : sumOf(chosen, words)}
      </output>{" "}
      <span className="inline-flex flex-wrap gap-x-3">
        {read && (
          <TextLink href={read} className="py-0.5 max-sm:py-2.5">
            {words.read}
          </TextLink>
        )}
        <TextLink href={narrowed} className="py-0.5 max-sm:py-2.5">
          {words.narrow}
        </TextLink>
      </span>
    </p>
  );
}

/** The figures of the periods together: pooled, never averaged. */
function sumOf(chosen: readonly CursorPoint[], words: TrendReadoutWords): string {
  const counts = addCounts(...chosen.map((point) => point.counts));
  const n = total(counts);
  if (words.group) {
    const count = counts[`${words.group}s`];
    return filled(words.share, { count, n, percent: Math.round((count / Math.max(1, n)) * 100) });
  }
  const interval = intervalOf(counts);
  if (!interval || presentationOf(n) === "counts") return filled(words.few, { n });
  const { low, high } = interval;
  return filled(words.score, {
    nps: formatNps(npsOf(counts)),
    low: pointsText(low),
    high: pointsText(high),
    n,
  });
}

const filled = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === "number" ? numberText(value) : (value ?? "");
  });
