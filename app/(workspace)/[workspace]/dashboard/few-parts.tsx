import { Linked } from "./linked.tsx";
import type { PartRow } from "./parts.tsx";
import { words } from "./words.ts";

/** Parts with too few answers for a score, folded away: their counts, and no place in the order. */
export function FewParts({ rows }: { rows: readonly PartRow[] }) {
  const t = words();
  if (rows.length === 0) return null;
  return (
    <details className="mt-2">
      <summary className="w-fit rounded-mark py-1 text-sm text-brand underline underline-offset-3 max-sm:py-2.5">
        {t("parts.few", { n: rows.length })}
      </summary>
      <p className="mt-1 text-sm text-muted">{t("parts.fewText")}</p>
      <ul className="mt-1 text-sm sm:columns-2">
        {rows
          .toSorted((a, b) => a.label.localeCompare(b.label))
          .map((row) => (
            <li key={row.value} className="break-inside-avoid py-1 max-sm:py-2">
              <Linked to={row.href}>{row.label}</Linked>{" "}
              <Linked to={row.answers} label={t("parts.read", { n: row.n, name: row.label })}>
                {t("n", { n: row.n })}
              </Linked>
            </li>
          ))}
      </ul>
    </details>
  );
}
