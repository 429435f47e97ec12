"use client";

import { useState } from "react";
import { Field } from "#app/_ui/field.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";

type NumberFieldProps = {
  name: string;
  label: string;
  hint?: string;
  value: number;
  least?: number;
  most: number;
  problem: string | undefined;
  onChange(value: number): void;
};

/** A whole number, from 1 on unless `least` says otherwise. What is typed stays, though it is no number yet. */
export function NumberField({
  name,
  label,
  hint,
  value,
  least = 1,
  most,
  problem,
  onChange,
}: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  return (
    <Field name={name} label={label} hint={hint} error={problem}>
      {(control) => (
        <TextInput
          {...control}
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          value={text}
          className="max-w-28"
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value) onChange(Number(event.target.value));
          }}
        />
      )}
    </Field>
  );
}
