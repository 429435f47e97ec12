import { wordsOf } from "#app/_i18n/words.ts";
import { Counted } from "./counted.tsx";
import { headlineOf } from "./headline.ts";
import { LiveScore } from "./live-headline.tsx";
import { NotAmongThem } from "./not-among-them.tsx";
import { Panel } from "./panel.tsx";
import type { Shown } from "./places.ts";
import { Split } from "./split.tsx";
import { words } from "./words.ts";

/** The score with its bracket, what it was before, and who answered; every part leads to the answers behind it. */
export function ScoreCard({ view, found, places }: Shown) {
  const t = words();
  const { split, ...headline } = headlineOf(view, found, places);
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
        <LiveScore own={headline} words={wordsOf(t, ["few", "tooFew"])} />
        <NotAmongThem found={found} places={places} />
      </Panel>
      <Split view={view} found={found} places={places} parts={split} />
    </div>
  );
}
