import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";

type TableProps = {
  caption: string;
  /** Shows the caption; otherwise a heading nearby already says it. */
  showCaption?: boolean;
  /** Rows of 40 px instead of 52. */
  dense?: boolean;
  children: ReactNode;
};

/** A plain table that scrolls sideways inside its own focusable region on narrow screens. */
export function Table({ caption, showCaption, dense, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table
        className={clsx(
          "w-full border-collapse text-sm",
          dense
            ? "[&_td]:h-10 max-sm:[&_td]:h-11 [&_th]:h-10 max-sm:[&_th]:h-11 print:[&_td]:h-7 print:[&_th]:h-7"
            : "[&_td]:h-13 [&_th]:h-10",
        )}
      >
        <caption className={showCaption ? "pb-2 text-left font-medium text-muted" : "sr-only"}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}

/** A column's heading, or with `scope="row"` a row's. */
export function Th({
  numeric,
  className,
  scope = "col",
  ...rest
}: ComponentProps<"th"> & { numeric?: boolean }) {
  return (
    <th
      scope={scope}
      className={clsx(
        "border-b border-line py-1.5 pr-4 align-middle last:pr-0",
        numeric ? "text-right" : "text-left",
        scope === "col" ? "font-medium whitespace-nowrap text-muted" : "font-bold",
        className,
      )}
      {...rest}
    />
  );
}

export function Td({ numeric, className, ...rest }: ComponentProps<"td"> & { numeric?: boolean }) {
  return (
    <td
      className={clsx(
        "border-b border-line py-1.5 pr-4 align-middle last:pr-0",
        numeric && "text-right whitespace-nowrap tabular-nums",
        className,
      )}
      {...rest}
    />
  );
}
