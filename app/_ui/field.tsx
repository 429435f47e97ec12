import type { ReactNode } from "react";
import { FieldError } from "./field-error.tsx";

/** The attributes that tie a control to its label, hint and error. */
export type FieldControl = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type FieldProps = {
  name: string;
  /** Set it when the same name stands twice on a page; an error summary links to it. */
  id?: string;
  label: string;
  /** The word after the label of a field that may stay empty, such as "optional". */
  optional?: string;
  hint?: ReactNode;
  error?: string;
  children: (control: FieldControl) => ReactNode;
};

/** Label, hint and error around one control; the control takes what `children` is called with. */
export function Field({ name, id = name, label, optional, hint, error, children }: FieldProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="grid min-w-0 grid-cols-1 gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label} {optional && <span className="font-normal text-muted">({optional})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children({
        id,
        name,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
    </div>
  );
}
