import { ProgressBar } from "#app/_ui/progress-bar.tsx";
import type { CampaignReport } from "#server/campaign/read-report.ts";
import { whenInWords } from "../../_campaigns/in-words.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";

type ProgressProps = { campaign: SeenCampaign; pace: CampaignReport["pace"] };

/** How many mails have left, how fast they leave just now, and how long it will take. */
export function Progress({ campaign: { counts, timing, timezone }, pace }: ProgressProps) {
  if (counts.invited === 0) return null;
  const said = [
    pace?.perMinute && t("pace.rate", { n: Math.round(pace.perMinute) }),
    timeLeft(pace, timezone),
  ];
  return (
    <div className="mt-6 max-w-2xl">
      {timing.kind !== "event" && (
        <ProgressBar
          label={t("one.progress")}
          words={t("sentOf", { sent: counts.sent, invited: counts.invited })}
          value={counts.sent}
          max={counts.invited}
        />
      )}
      {pace && <p className="mt-1 text-sm text-muted tabular-nums">{said.filter(Boolean).join(" ")}</p>}
    </div>
  );
}

const soonMs = 12 * 3_600_000;

function timeLeft(pace: CampaignReport["pace"], timezone: string): string | null {
  if (!pace?.doneAt) return null;
  const left = pace.doneAt.getTime() - Date.now();
  if (left > soonMs) return t("pace.until", { when: whenInWords(pace.doneAt, timezone) });
  const minutes = Math.round(left / 60_000);
  if (minutes < 1) return t("pace.seconds");
  return minutes < 90 ? t("pace.minutes", { n: minutes }) : t("pace.hours", { n: Math.round(minutes / 60) });
}
