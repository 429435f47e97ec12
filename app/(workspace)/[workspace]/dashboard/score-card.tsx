import { Section } from "#app/_ui/section.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import { ScoreBracket } from "#app/(workspace)/_nps/score-bracket.tsx";
import { SplitBar } from "#app/(workspace)/_nps/split-bar.tsx";
import { GROUPS, type Group, total } from "#server/nps/groups.ts";
import { formatNps, npsOf } from "#server/nps/score.ts";
import { presentationOf } from "#server/nps/show.ts";
import { intervalOf } from "#server/nps/uncertainty.ts";
import type { Found } from "./page.tsx";
import type { Shown } from "./places.ts";
import { daysInWords, words } from "./words.ts";

/** The score with its bracket, what it was before, and who answered; every part leads to the answers behind it. */
export function ScoreCard({ found, places }: Shown) {
  const t = words();
  const n = total(found.counts);
  const interval = intervalOf(found.counts) ?? { low: -100, high: 100 };
  const [low, high] = [pointsText(interval.low), pointsText(interval.high)];
  const label = (group: Group) => t(`groups.${group}`, { n: found.counts[`${group}s`] });

  return (
    <div className="grid gap-x-12 gap-y-8 border-b border-line pb-8 lg:grid-cols-[5fr_7fr]">
      <Section title={t("score")} space="none">
        <ScoreBracket
          nps={npsOf(found.counts)}
          low={interval.low}
          high={interval.high}
          n={n}
          words={{
            summary: t("summary", { low, high, n }),
            bracket: t("bracket", { low, high }),
            few: t("few"),
            tooFew: t("tooFew"),
            groups: { detractor: label("detractor"), passive: label("passive"), promoter: label("promoter") },
          }}
        />
        <p className="mt-3 max-w-[46ch] text-sm text-muted">{since(found)}</p>
        {found.notInvited > 0 && (
          <p className="mt-2 text-sm text-muted">{t("notInvited", { n: found.notInvited })}</p>
        )}
        {found.setAside > 0 && (
          <p className="mt-2 text-sm text-muted">
            {places.setAside ? (
              <TextLink href={places.setAside}>{t("setAside", { n: found.setAside })}</TextLink>
            ) : (
              t("setAside", { n: found.setAside })
            )}
          </p>
        )}
      </Section>
      <Section title={t("split")} space="none">
        <SplitBar
          label={t("split")}
          parts={GROUPS.map((group) => ({
            group,
            count: found.counts[`${group}s`],
            label: label(group),
            share: t("percent", { percent: Math.round((found.counts[`${group}s`] / Math.max(1, n)) * 100) }),
            href: places.answers?.({ ...found.days, group }),
          }))}
        />
        {found.asked && found.asked.sent > 0 && (
          <p className="mt-4 text-sm text-muted">
            {t("rate", {
              ...found.asked,
              percent: Math.round((found.asked.answered / found.asked.sent) * 100),
            })}
          </p>
        )}
      </Section>
    </div>
  );
}

function since({ before, compared, verdict, counts }: Found): string | null {
  const t = words();
  if (compared === "overlaps") return t("since.overlaps");
  if (!before || !compared || presentationOf(total(counts)) === "counts") return null;
  const days = daysInWords(compared.from, compared.to);
  if (verdict.kind === "up" || verdict.kind === "down" || verdict.kind === "cannot_tell") {
    return t(`since.${verdict.kind}`, { before: formatNps(npsOf(before)), days });
  }
  return t("since.none", { days });
}
