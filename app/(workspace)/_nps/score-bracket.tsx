import type { ReactNode } from "react";
import { Chip } from "#app/_ui/chip.tsx";
import { GROUPS, type Group } from "#server/nps/groups.ts";
import { formatNps } from "#server/nps/score.ts";
import { presentationOf } from "#server/nps/show.ts";
import { Bracket } from "./bracket.tsx";
import { GroupShape } from "./group-mark.tsx";

type ScoreBracketProps = {
  /** Score and the ends of its interval in points, −100 to 100; `nps` is null without answers. */
  nps: number | null;
  low: number;
  high: number;
  n: number;
  words: {
    /** Under the bracket: "27 to 35, n = 1,284". */
    summary: ReactNode;
    /** The drawing for those who do not see it: "Between 27 and 35 with 95 percent confidence". */
    bracket: string;
    /** The mark of 10 to 29 answers. */
    few: string;
    /** Instead of a score below 10 answers: "A score needs 10 answers". */
    tooFew: string;
    /** Count and group in words: "244 detractors". */
    groups: Record<Group, string>;
  };
};

/** The one strong number of a page with its uncertainty drawn under it; counts where a score would claim too much. */
export function ScoreBracket({ nps, low, high, n, words }: ScoreBracketProps) {
  const presentation = presentationOf(n);
  if (nps === null || presentation === "counts") return <Counts words={words} />;
  return (
    <div>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <p className="text-score font-bold tabular-nums md:text-score-wide">{formatNps(nps)}</p>
        {presentation === "few" && <Chip>{words.few}</Chip>}
      </div>
      <Bracket nps={nps} low={low} high={high} label={words.bracket} />
      <p className="mt-1.5 text-muted">{words.summary}</p>
    </div>
  );
}

function Counts({ words }: Pick<ScoreBracketProps, "words">) {
  return (
    <div>
      <ul className="grid gap-2 text-xl font-bold">
        {GROUPS.map((group) => (
          <li key={group} className="flex items-center gap-2.5">
            <GroupShape group={group} />
            {words.groups[group]}
          </li>
        ))}
      </ul>
      <p className="mt-3 text-muted">{words.tooFew}</p>
    </div>
  );
}
