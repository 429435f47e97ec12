import { useEffect, useRef } from "react";
import { listText } from "#app/_i18n/format.ts";
import { Button } from "#app/_ui/button.tsx";
import { Section } from "#app/_ui/section.tsx";
import type { RouterOutputs } from "#server/router.ts";
import { dayOf } from "./say-day.ts";
import { TrialExamples } from "./trial-examples.tsx";
import { TrialTables } from "./trial-tables.tsx";
import { t } from "./words.ts";

type Trial = RouterOutputs["rule"]["try"];

type TrialPanelProps = {
  workspace: string;
  /** Null: not tried as it stands now. */
  trial: Trial | null;
  isStale: boolean;
  isOn: boolean;
  days: number;
  saving: boolean;
  onSave(): void;
};

/** What the rule would have done, and the way to let it do so from now on. */
export function TrialPanel({ workspace, trial, isStale, isOn, days, saving, onSave }: TrialPanelProps) {
  const stale = isOn ? "trialStaleLive" : "trialStale";
  const panel = useRef<HTMLDivElement>(null);

  // The button that tries a rule stands at the end of a long form.
  useEffect(() => {
    if (trial) panel.current?.focus();
  }, [trial]);

  return (
    <div ref={panel} tabIndex={-1} className="min-w-0 max-lg:border-t max-lg:border-line max-lg:pt-8">
      <Section title={t("trial")} space="none">
        <div aria-live="polite">
          {trial ? (
            <div className="grid gap-3">
              <Sums trial={trial} />
              <Button
                variant="primary"
                className="justify-self-start"
                aria-disabled={saving || undefined}
                onClick={onSave}
              >
                {saving ? t("saving") : t(isOn ? "saveChange" : "saveOn")}
              </Button>
            </div>
          ) : (
            <p className="max-w-[66ch] text-sm text-muted">
              {isStale ? t(stale) : t("trialEmpty", { days })}
            </p>
          )}
        </div>
      </Section>
      {trial && trial.takes > 0 && (
        <>
          <TrialTables trial={trial} />
          <TrialExamples workspace={workspace} trial={trial} />
        </>
      )}
    </div>
  );
}

function Sums({ trial }: { trial: Trial }) {
  const { answers, takes, cases, had, unknown, fits, lost, days, most, since, timezone, thanks } = trial;
  const lines = [
    since && t("trialSince", { most, since: dayOf(new Date(since), timezone) }),
    lost.length > 0 && t("trialLost", { fits, lost: listText(lost.map((one) => t("lost", one))) }),
    takes > 0 && `${t("trialHad", { had })} ${compared(trial)}`,
    unknown > 0 && !thanks && t("trialUnknown", { n: unknown }),
    thanks && thanks.n > 0 && t("thanks.trialAsked", { n: thanks.asked }),
    ...(thanks?.leftOut ?? []).map(({ because, n }) => t(`thanks.because.${because}`, { n })),
  ];
  return (
    <div className="grid gap-2 text-sm">
      <p className="text-base">
        {t("trialAnswers", { takes, answers, days })}{" "}
        <b className="font-bold">
          {thanks ? t("thanks.trial", { n: thanks.n }) : t("trialCases", { n: cases })}
        </b>
      </p>
      {lines.map((line) => line && <p key={line}>{line}</p>)}
    </div>
  );
}

/** How that differs from what was opened in truth. */
function compared({ cases, fresh, had }: Trial): string {
  return cases > 0 ? t("trialNew", { n: fresh }) : t("trialLess", { n: had });
}
