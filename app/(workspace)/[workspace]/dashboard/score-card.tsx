import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import { ScoreBracket } from "#app/(workspace)/_nps/score-bracket.tsx";
import { type Group, total } from "#server/nps/groups.ts";
import { npsOf } from "#server/nps/score.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import { Counted } from "./counted.tsx";
import { GroupScore } from "./group-score.tsx";
import { Linked } from "./linked.tsx";
import { NotAmongThem } from "./not-among-them.tsx";
import { Panel } from "./panel.tsx";
import type { Shown } from "./places.ts";
import { neededText, sinceText } from "./since.ts";
import { Split } from "./split.tsx";
import { words } from "./words.ts";

/** The score with its bracket, what it was before, and who answered; every part leads to the answers behind it. */
export function ScoreCard({ view, found, places }: Shown) {
  const t = words();
  const { verdict } = found;
  const since = sinceText(found);
  const needed = neededText(found);
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-8 border-b border-line pb-8 print:mt-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] print:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] print:gap-x-8">
      <Panel
        title={view.group ? t(`groupTitle.${view.group}`) : t("score")}
        space="none"
        places={places}
        about={
          <>
            <p>{t(view.group ? "about.group" : "about.score")}</p>
            <Counted view={view} found={found} />
          </>
        }
      >
        {verdict.kind === "group" ? (
          <GroupScore verdict={verdict} answers={places.answers?.(found.days)} />
        ) : (
          <Score found={found} places={places} />
        )}
        {since && <p className="mt-3 max-w-[46ch] text-sm text-muted">{since}</p>}
        {needed && <p className="mt-2 max-w-[46ch] text-sm text-muted">{needed}</p>}
        <NotAmongThem found={found} places={places} />
      </Panel>
      <Split view={view} found={found} places={places} />
    </div>
  );
}

function Score({ found, places }: Pick<Shown, "found" | "places">) {
  const t = words();
  const n = total(found.counts);
  const interval = intervalOf(found.counts) ?? { low: -100, high: 100 };
  const [low, high] = [pointsText(interval.low), pointsText(interval.high)];
  const label = (group: Group) => t(`groups.${group}`, { n: found.counts[`${group}s`] });
  return (
    <ScoreBracket
      nps={npsOf(found.counts)}
      low={interval.low}
      high={interval.high}
      n={n}
      words={{
        summary: (
          <>
            {t("summary", { low, high })} <Linked to={places.answers?.(found.days)}>{t("n", { n })}</Linked>
          </>
        ),
        bracket: t("bracket", { low, high }),
        few: t("few"),
        tooFew: t("tooFew"),
        groups: { detractor: label("detractor"), passive: label("passive"), promoter: label("promoter") },
      }}
    />
  );
}
