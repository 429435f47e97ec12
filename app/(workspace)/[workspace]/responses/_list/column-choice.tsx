"use client";

import { useMutation } from "@tanstack/react-query";
import { Columns3 } from "lucide-react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { buttonClass } from "#app/_ui/button-class.ts";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { toast } from "#app/_ui/toast.ts";
import { type ColumnName, columnNames, fixedColumns } from "#server/response/rules.ts";
import { words } from "../words.ts";
import { headingOf } from "./columns.tsx";

type ColumnChoiceProps = {
  workspace: string;
  columns: readonly ColumnName[];
  attributes: readonly string[];
  onChange(columns: readonly ColumnName[]): void;
};

/** Which columns the table has: shown at once, and remembered for this person wherever they sign in. */
export function ColumnChoice({ workspace, columns, attributes, onChange }: ColumnChoiceProps) {
  const t = words();
  const trpc = useTRPC();
  const choose = useMutation(
    trpc.response.chooseColumns.mutationOptions({
      // One after the other, so that the last choice is the one that stays.
      scope: { id: "columns" },
      onError: (error) => toast.error(t("columns.notKept"), { description: error.message }),
    }),
  );
  const offered: ColumnName[] = [
    ...columnNames.filter((column) => !fixedColumns.includes(column)),
    ...attributes.map((name) => `attribute:${name}` as const),
  ];

  function toggle(column: ColumnName) {
    const wanted = columns.includes(column) ? columns.filter((one) => one !== column) : [...columns, column];
    const inOrder = [...fixedColumns, ...offered].filter((one) => wanted.includes(one));
    onChange(inOrder);
    choose.mutate({ workspace, columns: inOrder });
  }

  return (
    <Disclosure
      className="relative max-sm:hidden"
      summary={
        <>
          <Icon of={Columns3} />
          {t("columns.choose")}
        </>
      }
      summaryClassName={buttonClass({})}
      panelClassName="absolute left-0 z-30 mt-1 max-h-[70dvh] w-64 animate-appear overflow-y-auto rounded-sheet border border-line on-surface bg-surface p-4 shadow-float"
    >
      <fieldset>
        <legend className="mb-2 text-sm text-muted">{t("columns.legend")}</legend>
        {offered.map((column) => (
          <Checkbox
            key={column}
            label={headingOf(column)}
            checked={columns.includes(column)}
            onChange={() => toggle(column)}
          />
        ))}
      </fieldset>
    </Disclosure>
  );
}
