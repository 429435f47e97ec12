import { type ReactNode, useId } from "react";
import { FieldError } from "./field-error.tsx";

type FieldsetProps = {
  /** Needed where an error summary links here. */
  id?: string;
  legend: string;
  hint?: ReactNode;
  error?: string;
  children: ReactNode;
};

/** Several controls under one question. */
export function Fieldset({ id: given, legend, hint, error, children }: FieldsetProps) {
  const own = useId();
  const id = given ?? own;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={described || undefined}>
      <legend className="pb-1 text-sm font-medium">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="pb-1 text-sm text-muted">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </fieldset>
  );
}
