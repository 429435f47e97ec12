import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

type SectionProps = {
  title: string;
  children: ReactNode;
  /** Controls on the title's line. */
  actions?: ReactNode;
  /** What keeps it apart from what stands above: air, a hairline in the middle of it, or nothing. */
  space?: "air" | "rule" | "none";
  level?: 2 | 3;
};

/** A panel: quiet title, then content; panels are kept apart by air and a hairline, not by boxes. */
export function Section({ title, children, actions, space = "air", level = 2 }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      aria-labelledby={id}
      className={clsx(space !== "none" && "mt-8", space === "rule" && "border-t border-line pt-8")}
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Heading id={id} className="text-sm font-medium text-muted">
          {title}
        </Heading>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
