import { PaginationLink } from "#app/_ui/pagination-link.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { listCases } from "#server/case/list.ts";
import type { CaseView } from "#server/case/schema.ts";
import { type Query, withQuery } from "#server/response/address.ts";
import { nameOf } from "../row-lines.tsx";
import { words } from "../words.ts";
import { PaneList } from "./pane-list.tsx";
import { PaneRow } from "./pane-row.tsx";

type QueuePaneProps = {
  /** The address of the list, and what narrows it; both without the cursor of a page. */
  list: string;
  query: Query;
  view: CaseView;
  cursor: string | undefined;
  page: Awaited<ReturnType<typeof listCases>>;
  caseId: string;
  now: Date;
  timeZone: string;
};

/** The queue that a case was opened from, beside it where there is room for both. */
export function QueuePane({ list, query, view, cursor, page, caseId, now, timeZone }: QueuePaneProps) {
  const t = words();
  const { view: _, ...narrowing } = query;
  const isNarrowed = Object.values(narrowing).some((value) => value !== undefined);
  const isWhole = cursor === undefined && page.next === null;
  const addressOf = (id: string, at: string | undefined) => withQuery(`${list}/${id}`, query, { cursor: at });
  const cases = page.cases.map((row) => ({
    id: row.id,
    name: nameOf(row),
    href: addressOf(row.id, cursor),
    row: <PaneRow row={row} now={now} timeZone={timeZone} />,
  }));
  return (
    <section
      aria-label={t("pane.label")}
      className="sticky top-0 hidden h-dvh flex-col self-start border-r border-line xl:flex print:hidden"
    >
      <p className="flex items-baseline justify-between gap-3 border-b border-line px-3 pt-8 pb-3">
        <span>
          <b className="mr-1 font-bold">{t(`view.${view}`)}</b>{" "}
          {isWhole && <span className="mr-1 text-muted tabular-nums">{page.cases.length}</span>}{" "}
          {isNarrowed && <span className="text-muted">{t("pane.narrowed")}</span>}
        </span>
        <TextLink href={withQuery(list, query, { cursor })} className="text-sm">
          {t("back")}
        </TextLink>
      </p>
      <PaneList label={t("list")} list={withQuery(list, query, { cursor })} current={caseId} cases={cases}>
        {cases.length === 0 && <p className="p-4 text-muted">{t("empty.title")}</p>}
        {(cursor || page.next) && (
          <p className="flex flex-wrap gap-2 p-4">
            {cursor && (
              <PaginationLink rel="prev" label={t("pane.start")} href={addressOf(caseId, undefined)} />
            )}
            {page.next && (
              <PaginationLink rel="next" label={t("older")} href={addressOf(caseId, page.next)} />
            )}
          </p>
        )}
      </PaneList>
    </section>
  );
}
