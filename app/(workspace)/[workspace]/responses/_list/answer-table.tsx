"use client";

import { Fragment } from "react";
import type { ColumnName } from "#server/response/rules.ts";
import type { Sort } from "#server/response/schema.ts";
import { words } from "../words.ts";
import { ColumnHeading } from "./column-heading.tsx";
import { widthOf } from "./columns.tsx";
import { TableRow, type TableRowProps } from "./table-row.tsx";
import type { AnswerItem } from "./use-answers.ts";
import type { Windowed } from "./use-window.ts";

type AnswerTableProps = Omit<TableRowProps, "answer" | "place" | "isOpen" | "isSelected" | "measure"> & {
  rows: readonly AnswerItem[];
  count: number | null;
  sort: Sort;
  windowed: Windowed;
  selected: ReadonlySet<string>;
  openId: string | null;
  selectAll(ids: readonly string[]): void;
};

/** The answers as a table of the chosen columns; on a phone each is a few lines. */
export function AnswerTable(props: AnswerTableProps) {
  const { rows, count, sort, windowed, selected, openId, selectAll, ...row } = props;
  const t = words();
  const width = 2.5 + row.columns.reduce((sum, column) => sum + widthOf(column), 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={t("list")} tabIndex={0} className="overflow-x-auto">
      <table
        aria-label={t("list")}
        aria-rowcount={count === null ? -1 : count + 1}
        className="w-full border-collapse text-sm max-sm:block sm:min-w-(--width) sm:table-fixed"
        style={{ "--width": `${width}rem` } as React.CSSProperties}
      >
        <thead className="max-sm:hidden">
          <tr aria-rowindex={1}>
            <th scope="col" className="w-10 border-b border-line text-left">
              <span className="sr-only">{t("columns.select")}</span>
              {row.canSelect && <AllSelected rows={rows} selected={selected} selectAll={selectAll} />}
            </th>
            {row.columns.map((column) => (
              <ColumnHeading key={column} column={column} sort={sort} narrowed={row.narrowed} />
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          <Gap height={windowed.gapAfter(-1)} columns={row.columns} />
          {windowed.places.map((place) => {
            const answer = rows[place]!;
            return (
              <Fragment key={answer.id}>
                <TableRow
                  {...row}
                  answer={answer}
                  place={place}
                  measure={windowed.measure}
                  isOpen={openId === answer.id}
                  isSelected={selected.has(answer.id)}
                />
                <Gap height={windowed.gapAfter(place)} columns={row.columns} />
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Gap({ height, columns }: { height: number; columns: readonly ColumnName[] }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: room for rows that are not here, with nothing in it to focus
    <tr aria-hidden="true" className="max-sm:block" style={{ height }}>
      <td colSpan={columns.length + 1} />
    </tr>
  );
}

function AllSelected({
  rows,
  selected,
  selectAll,
}: Pick<AnswerTableProps, "rows" | "selected" | "selectAll">) {
  const all = rows.length > 0 && rows.every(({ id }) => selected.has(id));
  return (
    <input
      type="checkbox"
      checked={all}
      aria-label={words()("selectAll")}
      onChange={() => selectAll(all ? [] : rows.map(({ id }) => id))}
      className="mt-1 size-4.5 accent-brand"
    />
  );
}
