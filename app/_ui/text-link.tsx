import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { Link } from "#app/_ui/link.tsx";

/** A link inside a sentence or a table cell. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={clsx(
        "rounded-mark font-medium text-brand underline decoration-1 underline-offset-3 hover:text-brand-hover hover:decoration-2",
        className,
      )}
      {...rest}
    />
  );
}
