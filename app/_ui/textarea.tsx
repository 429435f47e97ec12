import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class.ts";

/** Grows with its text where the browser can, and can be dragged larger everywhere. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={clsx(controlClass, "field-sizing-content min-h-24 resize-y py-2 leading-normal", className)}
      {...rest}
    />
  );
}
