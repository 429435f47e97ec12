import type { Words } from "#app/_i18n/words.ts";
import { GroupShape } from "#app/(workspace)/_nps/group-mark.tsx";
import { ScoreBracket } from "#app/(workspace)/_nps/score-bracket.tsx";
import { formatNps } from "#server/nps/score.ts";
import type { GroupCount, Headline, NpsScore } from "./headline.ts";
import { Linked } from "./linked.tsx";

export type ScoreWords = Words<"few" | "tooFew">;

/** The one strong number, what may be said of its change, and how many answers are missing to say more. */
export function HeadlineScore({
  score,
  since,
  needed,
  words,
}: Pick<Headline, "score" | "since" | "needed"> & { words: ScoreWords }) {
  return (
    <>
      {score.kind === "group" ? <GroupScore score={score} /> : <Score score={score} words={words} />}
      {since && <p className="mt-3 max-w-[46ch] text-sm text-muted">{since}</p>}
      {needed && <p className="mt-2 max-w-[46ch] text-sm text-muted">{needed}</p>}
    </>
  );
}

function Score({ score, words }: { score: NpsScore; words: ScoreWords }) {
  const { summary, inWords, bracket, groups, answers, ...figures } = score;
  const sure = (
    <>
      <span className="sr-only">{`${formatNps(figures.nps)} (`}</span>
      {summary}
      <span className="sr-only">)</span>, <Linked to={answers}>{inWords}</Linked>
    </>
  );
  return <ScoreBracket {...figures} words={{ summary: sure, bracket, groups, ...words }} />;
}

function GroupScore({ score }: { score: GroupCount }) {
  return (
    <div>
      <p className="flex items-center gap-3 text-score font-bold tabular-nums md:text-score-wide">
        {score.count}
      </p>
      <p className="mt-1.5 flex items-center gap-2 text-muted">
        <GroupShape group={score.group} />
        <Linked to={score.answers}>{score.inWords}</Linked>
        {score.share}
      </p>
      {score.interval && <p className="mt-2 max-w-[46ch] text-sm text-muted">{score.interval}</p>}
    </div>
  );
}
