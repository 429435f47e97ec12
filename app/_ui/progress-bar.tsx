type ProgressBarProps = {
  label: string;
  /** The state in words, such as "120 of 500 sent"; it stands under the bar and is what is read out. */
  words: string;
  value: number;
  max: number;
};

/** How far something has come, as a bar and in words. */
export function ProgressBar({ label, words, value, max }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={words}
        className="h-2 overflow-hidden rounded-mark border border-line-strong bg-surface"
      >
        <div
          className="h-full bg-text forced-colors:forced-color-adjust-none"
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <p aria-hidden="true" className="mt-1.5 text-sm text-muted">
        {words}
      </p>
    </div>
  );
}
