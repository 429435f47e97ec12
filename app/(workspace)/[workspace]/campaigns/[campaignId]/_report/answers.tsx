import { LinkButton } from "#app/_ui/link-button.tsx";
import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import { ScoreBracket } from "#app/(workspace)/_nps/score-bracket.tsx";
import { SplitBar } from "#app/(workspace)/_nps/split-bar.tsx";
import type { CampaignReport } from "#server/campaign/read-report.ts";
import { GROUPS, type Group, total } from "#server/nps/groups.ts";
import { npsOf } from "#server/nps/score.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import { rateInWords, shareInWords } from "../../_campaigns/in-words.ts";
import { t } from "../../_campaigns/words.ts";

type AnswersProps = { workspace: string; id: string; report: CampaignReport; setAside: number };

/** What those who were asked said so far, how certain that is, and the way to their words. */
export function Answers({ workspace, id, report: { scores, funnel }, setAside }: AnswersProps) {
  const n = total(scores);
  const notSent = setAside > 0 && (
    <p className="mt-2 text-sm text-muted">
      <TextLink href={`/${workspace}/responses/set-aside`}>{t("one.setAside", { n: setAside })}</TextLink>
    </p>
  );
  if (n === 0) {
    return (
      <Section title={t("one.answers")}>
        <p className="text-lg font-bold">{t("one.answered", { answered: 0 })}</p>
        {notSent}
      </Section>
    );
  }
  const interval = intervalOf(scores) ?? { low: -100, high: 100 };
  const [low, high] = [pointsText(interval.low), pointsText(interval.high)];
  const label = (group: Group) => t(`score.${group}`, { n: scores[`${group}s`] });
  return (
    <Section title={t("one.answers")}>
      <ScoreBracket
        nps={npsOf(scores)}
        low={interval.low}
        high={interval.high}
        n={n}
        words={{
          summary: t("score.summary", { low, high, n }),
          bracket: t("score.bracket", { low, high }),
          few: t("score.few"),
          tooFew: t("score.tooFew"),
          groups: { detractor: label("detractor"), passive: label("passive"), promoter: label("promoter") },
        }}
      />
      <div className="mt-4 max-w-lg">
        <SplitBar
          label={t("one.answers")}
          parts={GROUPS.map((group) => ({
            group,
            count: scores[`${group}s`],
            label: label(group),
            share: shareInWords(scores[`${group}s`], n),
          }))}
        />
      </div>
      {funnel.sent > 0 && (
        <p className="mt-3 tabular-nums">
          {t("one.rate", { rate: rateInWords({ count: Math.min(n, funnel.sent), of: funnel.sent }) })}
        </p>
      )}
      {notSent}
      <div className="mt-3">
        <LinkButton href={`/${workspace}/responses?campaign=${id}`}>{t("one.toAnswers")}</LinkButton>
      </div>
    </Section>
  );
}
