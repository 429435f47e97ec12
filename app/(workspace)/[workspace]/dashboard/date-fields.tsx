"use client";

import { useState } from "react";
import type { Words } from "#app/_i18n/words.ts";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { ownDates } from "./choice.ts";

type DateFieldsProps = {
  words: Words<"period" | "from" | "to">;
  periods: readonly { value: string; label: string }[];
  chosen: string;
  days: { from?: string; to?: string };
};

/** The period, and two dates of one's own when it is neither of those on offer. */
export function DateFields({ words, periods, chosen, days }: DateFieldsProps) {
  const [period, choose] = useState(chosen);
  return (
    <>
      <Select
        name="period"
        aria-label={words.period}
        value={period}
        onChange={(event) => choose(event.target.value)}
      >
        {periods.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      {period === ownDates && (
        <span className="flex gap-2">
          <TextInput type="date" name="from" required aria-label={words.from} defaultValue={days.from} />
          <TextInput type="date" name="to" required aria-label={words.to} defaultValue={days.to} />
        </span>
      )}
    </>
  );
}
