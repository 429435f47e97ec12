import { Notice } from "#app/_ui/notice.tsx";
import { whenInWords } from "../../_campaigns/in-words.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";
import { CommandButton } from "./command-button.tsx";

type OverdueProps = { workspace: string; campaign: SeenCampaign; manages: boolean };

/** A campaign whose time passed while nothing ran asks a person what to do (RELIABILITY.md A12). */
export function Overdue({ workspace, campaign: { id, sendAt, timezone }, manages }: OverdueProps) {
  const ask = { workspace, id };
  return (
    <div className="mt-6 max-w-2xl">
      <Notice
        tone="warn"
        title={sendAt ? t("one.overdue", { when: whenInWords(sendAt, timezone) }) : t("state.overdue")}
        actions={
          manages && (
            <div className="flex flex-wrap gap-2">
              <CommandButton {...ask} command="start" label={t("command.sendNow")} variant="primary" />
              <CommandButton {...ask} command="unschedule" label={t("command.unschedule")} />
            </div>
          )
        }
      >
        {t("one.overdueText")}
      </Notice>
    </div>
  );
}
