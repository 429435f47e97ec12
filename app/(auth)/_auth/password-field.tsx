"use client";

import { useState } from "react";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { TextInput } from "#app/_ui/text-input.tsx";

type PasswordFieldProps = {
  label: string;
  showLabel: string;
  autoComplete: "current-password" | "new-password";
  hint?: string;
  error?: string;
};

/** A password that managers fill and people paste or look at. */
export function PasswordField({ label, showLabel, autoComplete, hint, error }: PasswordFieldProps) {
  const [shown, show] = useState(false);
  return (
    <div>
      <Field name="password" label={label} hint={hint} error={error}>
        {(control) => (
          <TextInput
            {...control}
            type={shown ? "text" : "password"}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        )}
      </Field>
      <Checkbox label={showLabel} checked={shown} onChange={() => show(!shown)} />
    </div>
  );
}
