import { isWithinHours } from "#server/campaign/rules.ts";
import { hoursInWords, whenInWords } from "../../_campaigns/in-words.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";

/** How a campaign stands, in one sentence. */
export function statusInWords(campaign: SeenCampaign): string {
  const { state, counts, sendAt, sendingHours, timezone, overdue, timing, wave } = campaign;
  const { sent, invited } = counts;
  if (timing.kind === "recurring" && wave > 0 && !overdue) {
    if (state === "scheduled" && sendAt)
      return t("one.nextWave", { when: whenInWords(sendAt, timezone), wave });
    return t("one.wavesEnded", { wave });
  }
  if (state === "scheduled" && sendAt) {
    return t(overdue ? "one.overdue" : "one.scheduled", { when: whenInWords(sendAt, timezone) });
  }
  if (timing.kind === "event") {
    const { running, paused, cancelled } = {
      running: "one.listening",
      paused: "one.listeningPaused",
      cancelled: "one.listened",
    } as const;
    const said = { running, paused, cancelled }[state as "running"];
    if (said) return t(said, { type: timing.type, sent });
  }
  if (state === "running") {
    const waiting = counts.queued + counts.deferred;
    if (campaign.test && campaign.test.waiting > 0) {
      return t("one.testing", { tried: invited - campaign.test.waiting, rest: campaign.test.waiting });
    }
    if (waiting + counts.sending === 0) {
      return campaign.reminders.waiting > 0 ? t("one.reminding", { sent }) : t("one.runningDone");
    }
    if (sendingHours && !isWithinHours(sendingHours, timezone, new Date())) {
      return t("one.waitingHours", { hours: hoursInWords(sendingHours) });
    }
    return t("one.running", { sent, invited });
  }
  if (state === "paused") return t("one.paused", { sent, invited });
  if (state === "cancelled") return t(sent > 0 ? "one.cancelled" : "one.cancelledUnsent", { sent, invited });
  return t(invited > 0 ? "one.finished" : "one.finishedNobody", { sent });
}
