import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** Why something could not be done; a screen reader says it at once. */
export function Failure({ className, ...rest }: ComponentProps<"p">) {
  return <p role="alert" className={clsx("text-sm text-alarm", className)} {...rest} />;
}
