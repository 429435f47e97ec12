import type { NavItem } from "./nav-link.tsx";

/** How much waits behind a navigation link, in figures for the eye and in words for the ear. */
export function NavCount({ count, countLabel }: Pick<NavItem, "count" | "countLabel">) {
  if (count === undefined) return null;
  if (countLabel === undefined) return <span className="tabular-nums">{count}</span>;
  return (
    <>
      <span aria-hidden="true" className="tabular-nums">
        {count}
      </span>
      <span className="sr-only">{countLabel}</span>
    </>
  );
}
