import { Section } from "#app/_ui/section.tsx";
import { whenInWords } from "../../_campaigns/in-words.ts";
import { localTime } from "../../_campaigns/local-time.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";
import { CallOffReminder } from "./call-off-reminder.tsx";
import { MoveReminder } from "./move-reminder.tsx";

type ReminderProps = { workspace: string; campaign: SeenCampaign; manages: boolean };

/** Who will be reminded and when, who was, and the two ways to change it. Nothing where nobody is reminded. */
export function Reminder({ workspace, campaign, manages }: ReminderProps) {
  const { id, reminders, reminderDays, timezone } = campaign;
  const { sent, needless, failed, nextAt } = reminders;
  const ahead = reminders.ahead + reminders.waiting;
  if (ahead + sent + needless + failed === 0) return null;
  return (
    <Section title={t("reminder.title")}>
      {ahead > 0 && nextAt && <p>{t("reminder.ahead", { n: ahead, when: whenInWords(nextAt, timezone) })}</p>}
      <p className="text-muted">
        {[
          sent > 0 && t("reminder.sent", { n: sent }),
          needless > 0 && t("reminder.needless", { n: needless }),
          failed > 0 && t("reminder.failed", { n: failed }),
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
      {manages && ahead > 0 && reminderDays !== null && campaign.state !== "cancelled" && (
        <div className="mt-3 flex flex-wrap gap-2">
          <MoveReminder
            workspace={workspace}
            id={id}
            at={nextAt && localTime(nextAt, timezone)}
            earliest={localTime(new Date(), timezone)}
            timezone={timezone}
          />
          <CallOffReminder workspace={workspace} id={id} />
        </div>
      )}
    </Section>
  );
}
