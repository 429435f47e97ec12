"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "#app/_ui/link.tsx";

export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  count?: string;
  /** The count in words for screen readers, such as "12 open". */
  countLabel?: string;
  /** Only where the address cannot tell; otherwise the pages under `href` count as here. */
  active?: boolean;
};

type NavLinkProps = Pick<NavItem, "href" | "active"> & { className: string; children: ReactNode };

/** A link of the main navigation that knows whether this page is its own. */
export function NavLink({ href, active, className, children }: NavLinkProps) {
  const path = usePathname();
  const here = active ?? (path === href || path.startsWith(`${href}/`));
  return (
    <Link
      href={href}
      aria-current={here ? (path === href ? "page" : "true") : undefined}
      className={className}
    >
      {children}
    </Link>
  );
}
