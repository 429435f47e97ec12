import { dateText } from "#app/_i18n/format.ts";
import { wordsOf } from "#app/_i18n/words.ts";
import { Chip } from "#app/_ui/chip.tsx";
import { EmptyState } from "#app/_ui/empty-state.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { PanelBoundary } from "#app/_ui/panel-boundary.tsx";
import type { SharedView } from "#app/(public)/_share/open-share.ts";
import { t } from "#app/(public)/_share/words.ts";
import { TrendDrawing } from "#app/(workspace)/_nps/trend-drawing.tsx";
import { FilterBar } from "#app/(workspace)/[workspace]/dashboard/filter-bar.tsx";
import { FollowUp } from "#app/(workspace)/[workspace]/dashboard/follow-up.tsx";
import { headlineOf } from "#app/(workspace)/[workspace]/dashboard/headline.ts";
import { Mentions } from "#app/(workspace)/[workspace]/dashboard/mentions.tsx";
import { Parts } from "#app/(workspace)/[workspace]/dashboard/parts.tsx";
import { PrintHead } from "#app/(workspace)/[workspace]/dashboard/print-head.tsx";
import { ScoreCard } from "#app/(workspace)/[workspace]/dashboard/score-card.tsx";
import { sayLocked } from "#app/(workspace)/[workspace]/dashboard/shares/_shares/say-locked.ts";
import { Targets } from "#app/(workspace)/[workspace]/dashboard/targets.tsx";
import { Trend } from "#app/(workspace)/[workspace]/dashboard/trend.tsx";
import { words } from "#app/(workspace)/[workspace]/dashboard/words.ts";
import { total } from "#server/nps/groups.ts";
import { type Query, withQuery } from "#server/response/address.ts";
import { KeepFresh } from "./keep-fresh.tsx";
import { placesOfReader } from "./places.ts";
import { SharedComments } from "./shared-comments.tsx";

type SharedDashboardProps = { token: string; shared: SharedView; kept: Query };

/** The panels of the dashboard, cut to what the link shows: no answer by itself, and no way out of it. */
export function SharedDashboard({ token, shared, kept }: SharedDashboardProps) {
  const { link, view, found, comments, named } = shared;
  const places = placesOfReader(token, view, kept);
  const shown = { view, found, places };
  const n = view.group ? found.counts[`${view.group}s`] : total(found.counts);
  const { title, status } = headlineOf(view, found, places);
  const fresh = {
    refreshed: t("reader.refreshed"),
    lost: t("reader.lost", { time: timeIn(found.workspace.timezone) }),
  };
  const fault = wordsOf((key) => words()(`failed.${key}`), ["title", "text", "retry", "reference"]);
  return (
    <div className="mx-auto max-w-305 px-4 py-5 md:px-10 md:py-8 print:max-w-none print:p-0">
      <main>
        <PrintHead {...shown} />
        <PageHeader
          back={<p className="text-muted">{`${link.companyName} · ${link.name}`}</p>}
          title={title}
          status={
            <>
              {status} · <KeepFresh token={token} words={fresh} />
            </>
          }
        />
        <Locked filters={sayLocked(link.locked, named)} />
        <FilterBar {...shown} />
        {n === 0 ? (
          <EmptyState
            title={t("reader.nothing")}
            drawing={<TrendDrawing />}
            actions={
              <LinkButton href={withQuery(places.here, { period: "all", ...kept })}>
                {t("reader.everything")}
              </LinkButton>
            }
          >
            {t("reader.nothingText")}
          </EmptyState>
        ) : (
          <>
            {[ScoreCard, ...(found.targets?.length ? [Targets] : []), Trend].map((Part) => (
              <PanelBoundary key={Part.name} words={fault}>
                <Part {...shown} />
              </PanelBoundary>
            ))}
            <SharedComments comments={comments} timeZone={found.workspace.timezone} />
            {[Mentions, Parts, FollowUp].map((Part) => (
              <PanelBoundary key={Part.name} words={fault}>
                <Part {...shown} />
              </PanelBoundary>
            ))}
          </>
        )}
      </main>
      <footer className="mt-12 border-t border-line pt-4 text-sm text-muted">
        {t("reader.readOnly", { company: link.companyName })}
      </footer>
    </div>
  );
}

function Locked({ filters }: { filters: readonly string[] }) {
  if (filters.length === 0) return null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2 text-sm text-muted">
      {t("reader.shows")}
      {filters.map((filter) => (
        <Chip key={filter}>{filter}</Chip>
      ))}
    </div>
  );
}

const timeIn = (timeZone: string) => dateText(new Date(), { timeStyle: "short", timeZone });
