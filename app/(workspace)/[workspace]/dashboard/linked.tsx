import type { ReactNode } from "react";
import { TextLink } from "#app/_ui/text-link.tsx";

/** A figure that leads to what is behind it, for whoever may go there. `label` names it where the figure alone would not. */
export function Linked({ to, label, children }: { to?: string; label?: string; children: ReactNode }) {
  if (!to) return children;
  return (
    <TextLink href={to} aria-label={label} className="inline-block py-0.5">
      {children}
    </TextLink>
  );
}
