const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

type ScaleDrawingProps = { caption: string; low: string; high: string };

/** The question's scale as the customer sees it, with the bracket that stands under every score of ours. */
export function ScaleDrawing({ caption, low, high }: ScaleDrawingProps) {
  return (
    <figure className="max-w-140">
      <div aria-hidden="true" className="grid grid-cols-11 gap-1 sm:gap-1.5">
        {scores.map((score) => (
          <span
            key={score}
            className="grid aspect-square place-items-center rounded-mark border border-line-strong bg-surface text-sm font-bold tabular-nums sm:text-base"
          >
            {score}
          </span>
        ))}
      </div>
      <div aria-hidden="true" className="mt-2 flex justify-between text-xs text-muted">
        <span>0 = {low}</span>
        <span>10 = {high}</span>
      </div>
      <div aria-hidden="true" className="relative mt-5 h-4">
        <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
        <span className="absolute top-0 left-[64%] h-4 w-[22%] border-x-2 border-text" />
        <span className="absolute top-1/2 left-[64%] h-0.5 w-[22%] -translate-y-1/2 bg-text" />
        <span className="absolute top-1/2 left-[76%] size-2.5 -translate-1/2 rounded-full bg-text" />
      </div>
      <figcaption className="mt-3 text-sm text-subtle">{caption}</figcaption>
    </figure>
  );
}
