import { Ellipsis } from "lucide-react";
import { Disclosure } from "./disclosure.tsx";
import { Icon } from "./icon.tsx";
import { NavCount } from "./nav-count.tsx";
import { NavLink } from "./nav-link.tsx";
import type { RailProps } from "./rail.tsx";

/** The rail of a phone: the first three places at the thumb, the others on a sheet behind "More". */
export function BottomBar({
  workspace,
  navLabel,
  items,
  user,
  userMenu,
  moreLabel,
}: RailProps & { moreLabel: string }) {
  return (
    <nav
      aria-label={navLabel}
      className="on-rail fixed inset-x-0 bottom-0 z-30 border-t border-rail-active bg-rail pb-[env(safe-area-inset-bottom)] text-rail-text md:hidden print:hidden"
    >
      <ul className="grid grid-cols-4">
        {items.slice(0, 3).map((item) => (
          <li key={item.href}>
            <NavLink href={item.href} active={item.active} className={placeClass}>
              {item.icon}
              <span>
                {item.label} <NavCount {...item} />
              </span>
            </NavLink>
          </li>
        ))}
        <li>
          <Disclosure
            summaryClassName={`${placeClass} list-none [&::-webkit-details-marker]:hidden`}
            panelClassName="absolute inset-x-0 bottom-full max-h-[75dvh] animate-appear overflow-y-auto rounded-t-sheet border-t border-line on-surface bg-surface p-4 text-text shadow-float"
            summary={
              <>
                <Icon of={Ellipsis} size={20} />
                <span>{moreLabel}</span>
              </>
            }
          >
            <p className="px-2.5 pb-2 text-lg font-bold">{workspace.name}</p>
            <ul>
              {items.slice(3).map((item) => (
                <li key={item.href}>
                  <NavLink
                    href={item.href}
                    active={item.active}
                    className="flex min-h-11 items-center gap-3 rounded-control px-2.5 text-base aria-[current]:bg-sunken aria-[current]:font-medium"
                  >
                    {item.icon}
                    <span className="flex-1">{item.label}</span>
                    <NavCount {...item} />
                  </NavLink>
                </li>
              ))}
            </ul>
            <div className="mt-3 border-t border-line pt-3">
              <p className="px-2.5 pb-1.5 break-words text-muted">
                {user.name} · {user.detail}
              </p>
              {userMenu}
            </div>
          </Disclosure>
        </li>
      </ul>
    </nav>
  );
}

const placeClass =
  "flex min-h-14 flex-col items-center justify-center gap-0.5 text-xs focus-visible:-outline-offset-4 aria-[current]:bg-rail-active aria-[current]:font-medium";
