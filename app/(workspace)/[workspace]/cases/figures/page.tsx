import type { Metadata } from "next";
import { LiveRefresh } from "#app/_live/live-provider.tsx";
import { read } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { sharesOf } from "#server/follow-up/rules.ts";
import { FiguresView } from "#server/follow-up/schema.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { withQuery } from "#server/response/address.ts";
import { ByCause } from "./by-cause.tsx";
import { ByPeriod } from "./by-period.tsx";
import { ByTeam } from "./by-team.tsx";
import { FiguresForm } from "./figures-form.tsx";
import { How } from "./how.tsx";
import { Trend } from "./trend.tsx";
import type { Shown } from "./view.ts";
import { Whole } from "./whole.tsx";
import { words } from "./words.ts";

export const generateMetadata = (): Metadata => ({ title: words()("title") });

export type Found = Awaited<ReturnType<typeof import("#server/follow-up/queries.ts")["getFigures"]>>;

/** How well the loop is closed: all together, over time, by team and by cause, and how each figure is counted. */
export default async function FiguresPage({ params, searchParams }: PageProps<"/[workspace]/cases/figures">) {
  const { workspace } = await params;
  const view = FiguresView.parse(await searchParams);
  const found = await read((api) => api.followUp.figures({ workspace, ...view }));
  const t = words();
  const shown: Shown = { workspace, view, found };
  return (
    <>
      <LiveRefresh kinds={["cases"]} pace="calm" />
      <PageHeader
        back={<TextLink href={`/${workspace}/cases`}>{t("back")}</TextLink>}
        title={t("title")}
        status={statusOf(found)}
        actions={
          <LinkButton href={withQuery(`/${workspace}/cases/huddle`, { team: view.team })}>
            {t("huddle")}
          </LinkButton>
        }
      />
      <FiguresForm {...shown} />
      <Whole {...shown} />
      {found.periods.length > 0 && (
        <>
          <Trend {...shown} />
          <ByPeriod {...shown} />
        </>
      )}
      <ByTeam {...shown} />
      <ByCause {...shown} />
      <How />
    </>
  );
}

function statusOf({ whole }: Found): string {
  const t = words();
  const { inTime, recovered } = sharesOf(whole);
  const said = [
    inTime.of >= FEWEST_FOR_A_SCORE && t("status.inTime", { inTime: inTime.count, n: inTime.of }),
    recovered.of >= FEWEST_FOR_A_SCORE && t("status.solved", { recovered: recovered.count, n: recovered.of }),
  ].filter((sentence) => sentence !== false);
  if (said.length > 0) return said.join(" ");
  const nothing = whole.opened + whole.closed + whole.asked + whole.answered === 0;
  return nothing ? t("status.none") : t("status.few", { n: whole.opened });
}
