"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button.tsx";

type SubmitButtonProps = Omit<ButtonProps, "type" | "disabled"> & {
  pendingLabel: string;
  /** For forms that are sent by a mutation; a form action is noticed by itself. */
  pending?: boolean;
};

/** Sends its form once: while that is under way it says so, keeps the focus and takes no second press. */
export function SubmitButton({
  pendingLabel,
  pending,
  variant = "primary",
  children,
  onClick,
  ...rest
}: SubmitButtonProps) {
  const form = useFormStatus();
  const busy = pending || form.pending;
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      <span aria-live="polite">{busy ? pendingLabel : children}</span>
    </Button>
  );
}
