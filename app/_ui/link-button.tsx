import type { ComponentProps } from "react";
import { Link } from "#app/_ui/link.tsx";
import { type ButtonLook, buttonClass } from "./button-class.ts";

/** A link that looks like a button: for going somewhere, where a button does something. */
export function LinkButton({ variant, size, className, ...rest }: ComponentProps<typeof Link> & ButtonLook) {
  return <Link className={buttonClass({ variant, size }, className)} {...rest} />;
}
