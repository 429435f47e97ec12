import type { Metadata } from "next";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { DashboardView } from "#server/dashboard/schema.ts";
import { total } from "#server/nps/groups.ts";
import { formatNps } from "#server/nps/score.ts";
import { filterOf, withQuery } from "#server/response/address.ts";
import { FilterBar } from "./filter-bar.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { LatestAnswers } from "./latest-answers.tsx";
import { LiveWords } from "./live-words.tsx";
import { Mentions } from "./mentions.tsx";
import { NothingHere } from "./nothing-here.tsx";
import { Parts } from "./parts.tsx";
import { placesOf } from "./places.ts";
import { ScoreCard } from "./score-card.tsx";
import { Trend } from "./trend.tsx";
import { daysInWords, words } from "./words.ts";

export const metadata: Metadata = { title: words()("title") };

/** What customers say now: the finding in words, the score with its uncertainty, how it moved, the newest answers. */
export default async function DashboardPage({ params, searchParams }: PageProps<"/[workspace]/dashboard">) {
  const { workspace } = await params;
  const view = DashboardView.parse(await searchParams);
  const found = await read((api) => api.dashboard.get({ workspace, ...view }));
  const n = total(found.counts);
  const latestDay = n > 0 ? null : await read((api) => api.dashboard.latestAnswerDay({ workspace }));
  if (n === 0 && !latestDay) return <FirstSteps workspace={workspace} />;

  const t = words();
  const { from, to } = view;
  const period = from && to ? daysInWords(from, to) : t(`period.${view.period}`);
  const shown = { view, found, places: placesOf(workspace, view) };
  return (
    <>
      <LiveRefresh kinds={["responses", "cases"]} />
      <PageHeader
        title={finding(found.verdict)}
        status={
          <>
            {t("status", { period, n })} · <LiveWords words={liveWords()} />
          </>
        }
        actions={
          <LinkButton href={withQuery(`/${workspace}/settings/digests/new`, filterOf(view), withoutDays)}>
            {t("byMail")}
          </LinkButton>
        }
      />
      <FilterBar {...shown} />
      {latestDay ? (
        <NothingHere places={shown.places} latestDay={latestDay} />
      ) : (
        <>
          <ScoreCard {...shown} />
          <Trend {...shown} />
          <LatestAnswers {...shown} />
          <Mentions {...shown} />
          <Parts {...shown} />
        </>
      )}
    </>
  );
}

/** A mail that comes again and again brings its own days. */
const withoutDays = { from: undefined, to: undefined };

export type Found = Awaited<ReturnType<typeof import("#server/dashboard/queries.ts")["getDashboard"]>>;

function finding(verdict: Found["verdict"]): string {
  const t = words();
  if (verdict.kind === "no_answers") return t("finding.no_answers");
  if (verdict.kind === "too_few") return t("finding.too_few", { n: verdict.n });
  const nps = formatNps(verdict.nps);
  if (verdict.kind === "score") return t(verdict.few ? "finding.few" : "finding.score", { nps });
  if (verdict.kind === "cannot_tell") return t("finding.cannot_tell", { nps });
  return t(`finding.${verdict.kind}`, { nps, points: verdict.points });
}

function liveWords() {
  const t = words();
  return {
    live: t("live.live"),
    reconnecting: t("live.reconnecting"),
    paused: t("live.paused"),
    pause: t("pause"),
    resume: t("resume"),
  };
}
