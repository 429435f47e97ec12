import { numberText } from "#app/_i18n/format.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { mostTold } from "#server/case/rules.ts";
import type { Reply } from "#server/case/schema.ts";
import { percentOf, rateInterval, type Share } from "#server/nps/rate.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { Figure } from "./figure.tsx";
import { followUpRows, sharesOf } from "./follow-up-rows.ts";
import { FollowUpTable } from "./follow-up-table.tsx";
import { spanInWords, words } from "./follow-up-words.ts";
import type { Found } from "./page.tsx";
import { Panel } from "./panel.tsx";
import type { Shown } from "./places.ts";

/** How unhappy customers are cared for: how fast, how often in time, what is open, who was won back; each leads to its cases. */
export function FollowUp({ found, places }: Shown) {
  const t = words();
  const { replies, recoveries } = found.followUp;
  const { from, to } = found.days;
  const casesOf = (only: { view?: "open"; reply?: Reply }) => places.cases?.({ from, to, ...only });
  const rates = sharesOf(found.followUp);
  const nothing = replies.opened === 0 && !recoveries?.answered;
  return (
    <Panel
      title={t("title")}
      name="follow-up"
      space="rule"
      places={places}
      about={<p>{t("about")}</p>}
      actions={
        places.figures && (
          <TextLink href={places.figures} className="px-1 py-1 text-sm max-sm:py-2.5">
            {t("more")}
          </TextLink>
        )
      }
    >
      {nothing ? (
        <p className="text-muted">{t("empty")}</p>
      ) : (
        <figure>
          <figcaption className="mb-5 max-w-[90ch] text-muted">
            {summaryOf(replies, rates.inTime)}
            {replies.more ? t("newest", { n: mostTold }) : t("all")}
            {replies.unwritten > 0 && t("unwritten", { n: replies.unwritten })}
          </figcaption>
          <dl className="grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
            <Median replies={replies} n={rates.inTime.of} href={casesOf({ reply: "replied" })} />
            <Figure
              term={t("inTime")}
              {...rateInWords(rates.inTime)}
              links={[
                { label: t("onTime", { n: replies.inTime }), href: casesOf({ reply: "in_time" }) },
                { label: t("late", { n: replies.late }), href: casesOf({ reply: "late" }) },
              ]}
            />
            <Figure
              term={t("open")}
              value={numberText(replies.open)}
              href={casesOf({ view: "open" })}
              note={replies.overdue === 0 ? t("noneOverdue") : undefined}
              links={
                replies.overdue > 0
                  ? [
                      {
                        label: t("overdue", { n: replies.overdue }),
                        href: casesOf({ view: "open", reply: "overdue" }),
                      },
                    ]
                  : []
              }
            />
            <Recovery share={rates.recovery} />
          </dl>
          <FollowUpTable rows={followUpRows(found.followUp)} />
        </figure>
      )}
    </Panel>
  );
}

type Replies = Found["followUp"]["replies"];

function summaryOf({ opened, medianMinutes, inTime }: Replies, { of }: Share): string {
  const t = words();
  if (of < FEWEST_FOR_A_SCORE) return t("summary.counts", { n: opened });
  const half =
    medianMinutes === null ? t("summary.most") : t("summary.half", { time: spanInWords(medianMinutes) });
  return t("summary.rate", { inTime, n: of }) + half;
}

function Median({ replies, n, href }: { replies: Replies; n: number; href: string | undefined }) {
  const t = words();
  if (n < FEWEST_FOR_A_SCORE) return null;
  const { medianMinutes } = replies;
  return (
    <Figure
      term={t("median")}
      value={medianMinutes === null ? t("medianMost") : spanInWords(medianMinutes)}
      href={medianMinutes === null ? undefined : href}
      note={t(medianMinutes === null ? "medianMostOf" : "medianOf", { n })}
    />
  );
}

function Recovery({ share }: { share: Share | null }) {
  const t = words();
  if (!share) return <Figure term={t("recovery")} value="–" note={t("recoveryNarrowed")} />;
  if (share.of === 0) return <Figure term={t("recovery")} value="–" note={t("recoveryNone")} />;
  const { value, note } = rateInWords(share);
  return <Figure term={t("recovery")} value={value} note={`${t("recoveryOf")}; ${note}`} />;
}

function rateInWords(share: Share): { value: string; note: string } {
  const t = words();
  const interval = rateInterval(share);
  if (!interval || share.of < FEWEST_FOR_A_SCORE) {
    return { value: t("few", { count: share.count, n: share.of }), note: t("fewOf") };
  }
  const [low, high] = [interval.low, interval.high].map((end) => Math.round(100 * end));
  return {
    value: t("percent", { percent: percentOf(share)! }),
    note: t("interval", { low: low!, high: high!, n: share.of }),
  };
}
