"use client";

import { useState } from "react";
import type { Words } from "#app/_i18n/words.ts";
import { Select } from "#app/_ui/select.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";
import { ownDates } from "./choice.ts";

type DateFieldsProps = {
  names: { choice: string; from: string; to: string };
  words: Words<"choice" | "from" | "to">;
  choices: readonly { value: string; label: string }[];
  chosen: string;
  days: { from?: string; to?: string };
};

/** A choice of days, and two dates of one's own when they are none of those on offer. */
export function DateFields({ names, words, choices, chosen, days }: DateFieldsProps) {
  const [choice, choose] = useState(chosen);
  return (
    <>
      <Select
        name={names.choice}
        aria-label={words.choice}
        value={choice}
        onChange={(event) => choose(event.target.value)}
      >
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      {choice === ownDates && (
        <span className="flex gap-2">
          <TextInput
            type="date"
            name={names.from}
            required
            aria-label={words.from}
            defaultValue={days.from}
          />
          <TextInput type="date" name={names.to} required aria-label={words.to} defaultValue={days.to} />
        </span>
      )}
    </>
  );
}
