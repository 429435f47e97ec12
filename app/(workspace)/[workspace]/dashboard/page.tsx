import type { Metadata } from "next";
import { withWords } from "#app/_i18n/with-words.tsx";
import { wordsOf } from "#app/_i18n/words.ts";
import { Announced } from "#app/_live/announced.tsx";
import { LiveRefresh, LiveStatus } from "#app/_live/live-provider.tsx";
import { pagePosition, read } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { PanelBoundary } from "#app/_ui/panel-boundary.tsx";
import { DashboardView } from "#server/dashboard/schema.ts";
import { total } from "#server/nps/groups.ts";
import { filterOf, withQuery } from "#server/response/address.ts";
import { viewOf } from "../_filter/address.ts";
import { MemberSegments } from "../_filter/member-segments.tsx";
import { Annotating } from "./annotating.tsx";
import { DashboardKeys } from "./dashboard-keys.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { FollowUp } from "./follow-up.tsx";
import { headlineOf } from "./headline.ts";
import { LatestHeld } from "./latest-held.tsx";
import { HeadlineText, LiveHeadline } from "./live-headline.tsx";
import { Mentions } from "./mentions.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { Parts } from "./parts.tsx";
import { placesOf } from "./places.ts";
import { PrintHead } from "./print-head.tsx";
import { ScoreCard } from "./score-card.tsx";
import { ShareAction } from "./shares/_shares/share-action.tsx";
import { Targets } from "./targets.tsx";
import { Trend } from "./trend.tsx";
import { addressOf, words } from "./words.ts";

export const generateMetadata = (): Metadata => ({ title: words()("title") });

export default withWords(["dashboard", "filter"], DashboardPage);

/** What customers say now: the finding in words, the score with its uncertainty, how it moved, the newest answers. */
async function DashboardPage({ params, searchParams }: PageProps<"/[workspace]/dashboard">) {
  const { workspace } = await params;
  const view = DashboardView.parse(await searchParams);
  const found = await read((api) => api.dashboard.get({ workspace, ...view }));
  const n = view.group ? found.counts[`${view.group}s`] : total(found.counts);
  const latestDay = n > 0 ? null : await read((api) => api.dashboard.latestAnswerDay({ workspace }));
  if (n === 0 && !latestDay) return <FirstSteps workspace={workspace} />;

  const t = words();
  const shown = { workspace, view, found, places: placesOf(workspace, view) };
  const headline = headlineOf(view, found, shown.places);
  return (
    <LiveHeadline from={addressOf(`/${workspace}/dashboard/now`, view)} since={await pagePosition()}>
      <LiveRefresh kinds={["responses", "cases"]} pace="calm" />
      <Announced sentence={t("announced", { finding: headline.title, n })} />
      <DashboardKeys {...shown} />
      <PrintHead {...shown} />
      <PageHeader
        title={<HeadlineText own={headline.title} part="title" />}
        status={
          <>
            <HeadlineText own={headline.status} part="status" />
            <span className="print:hidden">
              {" "}
              · <LiveStatus />
            </span>
          </>
        }
        actions={
          <>
            <Annotating workspace={workspace} found={found} />
            <LinkButton href={withQuery(`/${workspace}/settings/digests/new`, filterOf(view), withoutDays)}>
              {t("byMail")}
            </LinkButton>
            <ShareAction workspace={workspace} view={view} />
          </>
        }
      />
      <FilterBar
        {...shown}
        saved={
          <MemberSegments
            workspace={workspace}
            here={shown.places.here}
            query={viewOf(view)}
            filter={view}
            choices={found.choices}
            surveys={found.surveys}
          />
        }
      />
      {latestDay ? (
        <NothingHere places={shown.places} latestDay={latestDay} />
      ) : (
        [ScoreCard, Targets, Trend, LatestHeld, Mentions, Parts, FollowUp].map((Part) => (
          <PanelBoundary
            key={Part.name}
            words={wordsOf((key) => t(`failed.${key}`), ["title", "text", "retry", "reference"])}
          >
            <Part {...shown} />
          </PanelBoundary>
        ))
      )}
    </LiveHeadline>
  );
}

/** A mail that comes again and again brings its own days. */
const withoutDays = { from: undefined, to: undefined };

export type Found = Awaited<ReturnType<typeof import("#server/dashboard/queries.ts")["getDashboard"]>>;
