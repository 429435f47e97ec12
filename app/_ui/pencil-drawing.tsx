import type { ReactNode } from "react";

/** The sheet that pencil drawings are made on: quiet lines, round ends, nothing for a screen reader. */
export function PencilDrawing({ children }: { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 320 128"
      className="w-full max-w-80 fill-none stroke-line-strong"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}
