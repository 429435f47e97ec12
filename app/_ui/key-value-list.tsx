import { clsx } from "clsx";
import type { ReactNode } from "react";

type KeyValueListProps = {
  items: readonly { term: string; value: ReactNode }[];
  /** It stands in a narrow column, whatever room the page has. */
  narrow?: boolean;
};

/** Facts as term and value, in two columns where there is room. */
export function KeyValueList({ items, narrow }: KeyValueListProps) {
  return (
    <dl className="text-sm">
      {items.map(({ term, value }) => (
        <div
          key={term}
          className={clsx(
            "grid gap-x-6 border-b border-line py-2 last:border-0",
            narrow ? "sm:max-lg:grid-cols-[10rem_1fr]" : "sm:grid-cols-[10rem_1fr]",
          )}
        >
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
