import { EmptyState } from "#app/_ui/empty-state.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { TrendDrawing } from "#app/(workspace)/_nps/trend-drawing.tsx";
import type { DashboardView } from "#server/dashboard/schema.ts";
import { addressOf, dayInWords, words } from "./words.ts";

type NothingHereProps = { workspace: string; view: DashboardView; latestDay: string };

/** A view without answers, in a workspace that has some: when the newest came, and the way to it. */
export function NothingHere({ workspace, view, latestDay }: NothingHereProps) {
  const t = words();
  const here = `/${workspace}/dashboard`;
  const everything = addressOf(here, { period: "all" });
  const sameFor = addressOf(here, view, { period: "all", from: undefined, to: undefined });
  return (
    <EmptyState
      title={t("nothing.title")}
      drawing={<TrendDrawing />}
      actions={
        <>
          <LinkButton href={sameFor}>{t("nothing.allTime")}</LinkButton>
          {everything !== sameFor && <LinkButton href={everything}>{t("nothing.everything")}</LinkButton>}
        </>
      }
    >
      {t("nothing.text", { day: dayInWords(latestDay) })}
    </EmptyState>
  );
}
