import type { Metadata } from "next";
import { numberText } from "#app/_i18n/format.ts";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { ListDrawing } from "#app/_ui/list-drawing.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { PaginationLink } from "#app/_ui/pagination-link.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { type CaseView, caseViews, ListCases } from "#server/case/schema.ts";
import { withQuery } from "#server/response/address.ts";
import { frameOf } from "../_frame/frame.ts";
import { Queue } from "./_queue/queue.tsx";
import { narrowedBy, selectionOf } from "./address.ts";
import { CaseFilters } from "./case-filters.tsx";
import { CaseRow } from "./case-row.tsx";
import { FindForm } from "./find-form.tsx";
import { mayNoteCases } from "./new/may-note.ts";
import { nameOf } from "./row-lines.tsx";
import { words } from "./words.ts";

export const generateMetadata = (): Metadata => ({ title: words()("title") });

/** The queue: who is waiting for an answer, whoever needs it first, and why. */
export default async function CasesPage({ params, searchParams }: PageProps<"/[workspace]/cases">) {
  const { workspace } = await params;
  const input = ListCases.parse(await searchParams);
  const {
    workspace: { timezone },
    member,
  } = await frameOf(workspace);
  const isNarrowed = Object.values(narrowedBy(input)).some((value) => value !== undefined);
  const { counts, list, choices, frame, causes, tags } = await read(async (api) => ({
    counts: await api.case.counts({ workspace, ...input }),
    list: await api.case.list({ workspace, ...input }),
    tags: await api.case.tags({ workspace }),
    choices: isNarrowed ? await api.response.choices({ workspace }) : [],
    frame: isNarrowed ? await api.response.frame({ workspace }) : null,
    causes: input.view === "closed" || input.cause ? await api.cause.named({ workspace }) : [],
  }));
  const t = words();
  const here = `/${workspace}/cases`;
  const now = new Date();

  return (
    <>
      <LiveRefresh kinds={["cases", "responses"]} />
      <PageHeader
        title={t("title")}
        status={frame ? t("narrowed", { count: counts.all }) : t("status", { count: counts.open })}
        actions={
          <>
            <LinkButton href={`${here}/figures`}>{t("figures")}</LinkButton>
            {mayNoteCases(member.role) && <LinkButton href={`${here}/new`}>{t("newCase.button")}</LinkButton>}
          </>
        }
      />
      <div className="mt-6 grid gap-4">
        <Tabs label={t("views")} items={viewTabs(here, input, counts)} />
        {frame && (
          <CaseFilters
            here={here}
            input={input}
            surveys={frame.surveys}
            choices={choices}
            tags={tags}
            causes={causes}
          />
        )}
        <FindForm here={here} input={input} tags={tags} causes={causes} />
      </div>
      {list.cases.length === 0 ? (
        <EmptyState title={t("empty.title")} drawing={<ListDrawing />}>
          {t(
            input.q
              ? "empty.search"
              : frame
                ? "empty.narrowed"
                : input.view === "open"
                  ? "empty.open"
                  : "empty.other",
          )}
        </EmptyState>
      ) : (
        <Queue label={t("list")} cases={list.cases.map((row) => ({ id: row.id, name: nameOf(row) }))}>
          {list.cases.map((row) => (
            <CaseRow
              key={row.id}
              row={row}
              href={withQuery(`${here}/${row.id}`, selectionOf(input), { cursor: input.cursor })}
              now={now}
              timeZone={timezone}
            />
          ))}
        </Queue>
      )}
      {list.next && (
        <div className="mt-4">
          <PaginationLink
            rel="next"
            label={t("older")}
            href={withQuery(here, selectionOf(input), { cursor: list.next })}
          />
        </div>
      )}
    </>
  );
}

function viewTabs(here: string, input: ListCases, counts: Record<CaseView, number>) {
  return caseViews.map((view) => ({
    href: withQuery(here, { view, ...narrowedBy(input) }),
    label: words()(`view.${view}`),
    count: numberText(counts[view]),
    current: view === input.view,
  }));
}
