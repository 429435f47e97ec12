import type { ReactNode } from "react";

/** Facts as term and value, in two columns where there is room. */
export function KeyValueList({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="text-sm">
      {items.map(({ term, value }) => (
        <div
          key={term}
          className="grid gap-x-6 border-b border-line py-2 last:border-0 sm:grid-cols-[10rem_1fr]"
        >
          <dt className="text-muted">{term}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
