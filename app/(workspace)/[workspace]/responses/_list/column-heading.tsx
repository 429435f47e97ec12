import { ArrowDown, ArrowUp } from "lucide-react";
import { Icon } from "#app/_ui/icon.tsx";
import { Link } from "#app/_ui/link.tsx";
import type { ColumnName } from "#server/response/rules.ts";
import type { Sort } from "#server/response/schema.ts";
import { words } from "../words.ts";
import { headingOf, widthOf } from "./columns.tsx";

type ColumnHeadingProps = {
  column: ColumnName;
  sort: Sort;
  narrowed(changes: Record<string, string>): string;
};

const orders: Partial<Record<ColumnName, readonly [Sort, Sort]>> = {
  score: ["lowest", "highest"],
  received: ["newest", "oldest"],
};

/** A column's heading; those that the answers can be put in order by lead to that order, and back. */
export function ColumnHeading({ column, sort, narrowed }: ColumnHeadingProps) {
  const order = orders[column];
  const isAscending = sort === "lowest" || sort === "oldest";
  const isSorted = order?.includes(sort) ?? false;
  const other = order && (sort === order[0] ? order[1] : order[0]);
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (isAscending ? "ascending" : "descending") : undefined}
      style={column === "comment" ? undefined : { width: `${widthOf(column)}rem` }}
      className="border-b border-line py-1.5 pr-4 text-left font-medium whitespace-nowrap text-muted last:pr-0"
    >
      {other ? (
        <Link
          href={narrowed({ sort: other })}
          title={words()(`sort.${other}`)}
          className="inline-flex min-h-7 items-center gap-1 rounded-mark underline-offset-3 hover:text-text hover:underline"
        >
          {headingOf(column)}
          {isSorted && <Icon of={isAscending ? ArrowUp : ArrowDown} size={14} />}
        </Link>
      ) : (
        headingOf(column)
      )}
    </th>
  );
}
