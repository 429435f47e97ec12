import type { ComponentProps } from "react";
import { Choice } from "./choice.tsx";

export function Checkbox(props: Omit<ComponentProps<typeof Choice>, "type">) {
  return <Choice type="checkbox" {...props} />;
}
