import { EmptyState } from "#app/_ui/empty-state.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { TrendDrawing } from "#app/(workspace)/_nps/trend-drawing.tsx";
import type { Places } from "./places.ts";
import { addressOf, dayInWords, words } from "./words.ts";

/** A view without answers, in a workspace that has some: when the newest came, and the way to it. */
export function NothingHere({ places, latestDay }: { places: Places; latestDay: string }) {
  const t = words();
  const everything = addressOf(places.here, { period: "all" });
  const sameFor = places.dashboard({ period: "all", from: undefined, to: undefined });
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
