import { ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "#app/_ui/link.tsx";
import { Avatar } from "./avatar.tsx";
import { Disclosure } from "./disclosure.tsx";
import { Icon } from "./icon.tsx";
import { NavCount } from "./nav-count.tsx";
import { type NavItem, NavLink } from "./nav-link.tsx";

export type RailProps = {
  workspace: { name: string; href: string };
  navLabel: string;
  items: readonly NavItem[];
  user: { name: string; detail: string };
  /** Lines of the user's menu, dressed in `panelItemClass`. */
  userMenu: ReactNode;
};

/** The spruce column on the left: where one is, what waits, who one is. */
export function Rail({ workspace, navLabel, items, user, userMenu }: RailProps) {
  return (
    <header className="on-rail z-30 bg-rail text-rail-text max-md:hidden print:hidden">
      <div className="sticky top-0 flex h-dvh flex-col px-4 py-6">
        <Link
          href={workspace.href}
          className="mb-4.5 rounded-control px-3 py-0.5 text-lg font-bold tracking-tight break-words"
        >
          {workspace.name}
        </Link>
        <nav aria-label={navLabel} className="-mx-1 min-h-0 flex-1 overflow-y-auto p-1">
          <ul className="grid">
            {items.map((item) => (
              <li key={item.href}>
                <NavLink
                  href={item.href}
                  active={item.active}
                  className="flex items-center justify-between gap-2 rounded-control px-3 py-2.25 hover:bg-rail-active aria-[current]:bg-rail-active aria-[current]:font-medium forced-colors:aria-[current]:border"
                >
                  {item.label}
                  <NavCount {...item} />
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <Disclosure
          className="group relative mt-4"
          summaryClassName="flex list-none items-center gap-2.5 rounded-control p-2 group-open:bg-rail-active hover:bg-rail-active [&::-webkit-details-marker]:hidden"
          panelClassName="absolute bottom-full left-0 mb-2 w-64 animate-appear rounded-sheet border border-line on-surface bg-surface p-1.5 text-text shadow-float"
          summary={
            <>
              <Avatar name={user.name} />
              <span className="min-w-0 flex-1 truncate">{user.name}</span>
              <Icon of={ChevronsUpDown} size={14} className="text-rail-muted" />
            </>
          }
        >
          <p className="truncate px-2.5 py-1.5 text-muted">{user.detail}</p>
          {userMenu}
        </Disclosure>
      </div>
    </header>
  );
}
