import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";

/** A lucide icon in the product's stroke, hidden from screen readers: a word always stands beside it. */
export function Icon({
  of: Shape,
  size = 16,
  className,
}: {
  of: LucideIcon;
  size?: number;
  className?: string;
}) {
  return <Shape aria-hidden size={size} strokeWidth={1.75} className={clsx("shrink-0", className)} />;
}
