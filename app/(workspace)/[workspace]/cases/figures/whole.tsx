import { numberText } from "#app/_i18n/format.ts";
import { sharesOf } from "#server/follow-up/rules.ts";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import { Figure } from "../../dashboard/figure.tsx";
import { words as followUpWords, spanInWords } from "../../dashboard/follow-up-words.ts";
import { duration } from "../words.ts";
import { casesAddress, type Shown } from "./view.ts";
import { hoursInWords, rate, words } from "./words.ts";

/** Every figure of all cases of the days together, each with what it rests on and the way to its cases. */
export function Whole(shown: Shown) {
  const t = words();
  const ofFollowUp = followUpWords();
  const { whole, standing, days } = shown.found;
  const rates = sharesOf(whole);
  const opened = (only: object) => casesAddress(shown, { from: days.from, to: days.to, ...only });
  return (
    <section aria-label={t("whole")}>
      <dl className="grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        <FirstReply {...shown} />
        <Figure
          term={t("figure.inTime")}
          {...rate(rates.inTime)}
          links={[
            { label: ofFollowUp("onTime", { n: whole.inTime }), href: opened({ reply: "in_time" }) },
            { label: ofFollowUp("late", { n: whole.late }), href: opened({ reply: "late" }) },
          ]}
        />
        <Figure
          term={t("figure.opened")}
          value={numberText(whole.opened)}
          href={opened({})}
          note={whole.unwritten > 0 ? t("figure.unwritten", { n: whole.unwritten }) : undefined}
        />
        <Figure term={t("figure.closed")} value={numberText(whole.closed)} />
        <Figure
          term={t("figure.open")}
          value={numberText(standing.open)}
          href={casesAddress(shown, { view: "open" })}
          note={t("figure.overdue", { n: standing.overdue })}
        />
        <Oldest {...shown} />
        <Figure term={t("figure.reopened")} {...rate(rates.reopened)} />
        <Figure
          term={t("figure.solved")}
          {...rate(rates.recovered)}
          links={[
            {
              label: t("figure.solvedNote", {
                ...{ yes: whole.recovered, partly: whole.partly },
                no: whole.answered - whole.recovered - whole.partly,
              }),
              href: undefined,
            },
          ]}
        />
        <Figure term={t("figure.replied")} {...rate(rates.replied)} />
      </dl>
    </section>
  );
}

function FirstReply({ found: { whole } }: Shown) {
  const t = words();
  const { medianWorking, ninetiethWorking, medianClock, ninetiethClock } = whole;
  const term = t("figure.firstReply");
  const { of } = sharesOf(whole).inTime;
  if (of < FEWEST_FOR_A_SCORE) return <Figure term={term} value="–" note={t("fewCases", { n: of })} />;
  if (medianWorking === null || medianClock === null)
    return <Figure term={term} value={t("figure.none")} note={t("figure.firstReplyMost")} />;
  return (
    <Figure
      term={term}
      value={hoursInWords(medianWorking)}
      note={t("figure.firstReplyNote", {
        ninetieth: ninetiethWorking === null ? t("figure.later") : hoursInWords(ninetiethWorking),
        median: spanInWords(medianClock),
        clock: ninetiethClock === null ? t("figure.later") : spanInWords(ninetiethClock),
      })}
    />
  );
}

function Oldest({ workspace, found: { standing } }: Shown) {
  const t = words();
  const { oldest } = standing;
  if (!oldest) return <Figure term={t("figure.oldest")} value="–" note={t("figure.oldestNone")} />;
  const minutes = Math.max(0, Math.round((Date.now() - Date.parse(oldest.since)) / 60_000));
  return (
    <Figure
      term={t("figure.oldest")}
      value={duration(minutes)}
      href={`/${workspace}/cases/${oldest.caseId}`}
      note={oldest.name ?? t("figure.somebody")}
    />
  );
}
