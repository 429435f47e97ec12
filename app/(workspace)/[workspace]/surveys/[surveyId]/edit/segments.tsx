import { type ReactNode, useId } from "react";

type SegmentsProps<Value extends string> = {
  legend: string;
  /** The legend is seen; otherwise it is only heard. */
  showLegend?: boolean;
  options: readonly { value: Value; label: ReactNode }[];
  value: Value;
  onChange: (value: Value) => void;
};

/** One choice among a few that are all in sight: native radios side by side. */
export function Segments<Value extends string>({
  legend,
  showLegend,
  options,
  value,
  onChange,
}: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className={showLegend ? "mb-1 text-sm text-muted" : "sr-only"}>{legend}</legend>
      <div className="inline-flex max-w-full flex-wrap rounded-control border border-line-strong bg-surface p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="inline-flex min-h-8 cursor-pointer items-center rounded-mark px-2.5 text-sm has-checked:bg-text has-checked:font-medium has-checked:text-bg has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus forced-colors:has-checked:forced-color-adjust-none max-sm:min-h-11"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
