import { Select } from "#app/_ui/select.tsx";
import type { Target } from "#server/import/schema.ts";
import { t } from "../words.ts";

export type Column = { name: string; target: Target; samples: string[] };

type ColumnChoiceProps = { column: Column; at: number; targets: readonly Target[] };

/** One column of the file: its name, what it holds, some of its values. */
export function ColumnChoice({ column, at, targets }: ColumnChoiceProps) {
  const id = `column-${at}`;
  return (
    <li className="grid items-center gap-x-6 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[minmax(0,14rem)_15rem_minmax(0,1fr)]">
      <label htmlFor={id} className="text-sm font-bold break-words">
        {column.name}
      </label>
      <Select id={id} name={id} defaultValue={column.target} aria-describedby={`${id}-samples`}>
        {targets.map((target) => (
          <option key={target} value={target}>
            {t(`targets.${target}`)}
          </option>
        ))}
      </Select>
      <p id={`${id}-samples`} className="line-clamp-2 text-sm break-words text-muted">
        <span className="sm:sr-only">{t("match.samples")} </span>
        {column.samples.length > 0 ? column.samples.join(" · ") : t("match.noSamples")}
      </p>
    </li>
  );
}
