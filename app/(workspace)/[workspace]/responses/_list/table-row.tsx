"use client";

import { clsx } from "clsx";
import { memo } from "react";
import type { ColumnName } from "#server/response/rules.ts";
import { words } from "../words.ts";
import { cellOf } from "./columns.tsx";
import { nameOf, type Opening, OpeningLink } from "./opening-link.tsx";
import type { AnswerItem } from "./use-answers.ts";

export type TableRowProps = {
  answer: AnswerItem;
  /** Its place in the list, from 0. */
  place: number;
  columns: readonly ColumnName[];
  timeZone: string;
  now: Date;
  opening: Opening;
  isOpen: boolean;
  isSelected: boolean;
  /** Not before the page's script runs. */
  canSelect: boolean;
  toggle(id: string, toHere: boolean): void;
  narrowed(changes: Record<string, string>): string;
  measure(row: Element | null): void;
};

/** One answer in the chosen columns. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { answer, place, columns, isOpen, isSelected, canSelect, toggle, measure } = props;
  const around = {
    timeZone: props.timeZone,
    now: props.now,
    narrowed: props.narrowed,
    opening: <OpeningLink answer={answer} opening={props.opening} />,
  };
  return (
    <tr
      ref={measure}
      data-index={place}
      data-answer={answer.id}
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      className={clsx(
        "relative border-b border-line align-top hover:bg-sunken aria-selected:bg-brand-tint",
        "max-sm:grid max-sm:grid-cols-[4.5rem_minmax(0,1fr)_auto] max-sm:gap-y-1 max-sm:py-3",
        isOpen && "bg-sunken",
      )}
    >
      <td className="py-2.5 max-sm:hidden">
        {canSelect && (
          <input
            type="checkbox"
            checked={isSelected}
            aria-label={words()("select", { name: nameOf(answer) })}
            onChange={(event) => toggle(answer.id, (event.nativeEvent as MouseEvent).shiftKey)}
            className="relative z-10 size-4.5 accent-brand"
          />
        )}
      </td>
      {columns.map((column) => (
        <td
          key={column}
          className={clsx("py-2 pr-4 break-words last:pr-0 max-sm:p-0", onPhone[column] ?? "max-sm:hidden")}
        >
          {cellOf(column, answer, around)}
        </td>
      ))}
    </tr>
  );
});

/** On a phone: mark and customer, then the comment, then the case and when it came. */
const onPhone: Partial<Record<ColumnName, string>> = {
  score: "max-sm:col-start-1 max-sm:row-start-1",
  contact: "max-sm:col-span-2 max-sm:col-start-2 max-sm:row-start-1",
  comment: "max-sm:col-span-full max-sm:row-start-2",
  case: "max-sm:col-span-2 max-sm:col-start-1 max-sm:row-start-3",
  received: "max-sm:col-start-3 max-sm:row-start-3 max-sm:text-muted",
};
