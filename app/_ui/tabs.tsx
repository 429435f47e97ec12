import { Link } from "#app/_ui/link.tsx";

type TabsProps = {
  label: string;
  items: readonly { href: string; label: string; count?: string; current: boolean }[];
};

/** The views of one page as links, because the address says which one is shown. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-line print:hidden">
      <ul className="flex gap-x-6 sm:flex-wrap">
        {items.map(({ href, label: word, count, current }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={current ? "page" : undefined}
              className="inline-flex min-h-9 items-center gap-2 text-sm whitespace-nowrap text-muted hover:text-text focus-visible:-outline-offset-2 aria-[current]:border-b-2 aria-[current]:border-text aria-[current]:pt-0.5 aria-[current]:font-medium aria-[current]:text-text aria-[current]:[scroll-initial-target:nearest] max-sm:min-h-11"
            >
              {word}
              {count !== undefined && <span className="tabular-nums text-subtle">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
