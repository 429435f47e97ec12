import type { ReactNode } from "react";

/** The table of a drawing's values, folded away until it is wanted; without JavaScript too. */
export function AsTable({ show, children }: { show: string; children: ReactNode }) {
  return (
    <details className="unfolds-in-print mt-1">
      <summary className="w-fit rounded-mark py-1 text-brand underline underline-offset-3 max-sm:py-2.5 print:hidden">
        {show}
      </summary>
      {children}
    </details>
  );
}
