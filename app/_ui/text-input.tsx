import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class.ts";

export function TextInput({ className, type = "text", ...rest }: ComponentProps<"input">) {
  return <input type={type} className={clsx(controlClass, "min-h-9 max-sm:min-h-11", className)} {...rest} />;
}
