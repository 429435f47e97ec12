import type { CampaignState } from "#server/campaign/rules.ts";
import { t } from "../../_campaigns/words.ts";
import { CommandButton } from "./command-button.tsx";
import { ConfirmCommand } from "./confirm-command.tsx";

type CommandsProps = {
  workspace: string;
  id: string;
  state: CampaignState;
  /** Mails that have not left. */
  waiting: number;
  overdue: boolean;
  /** Whether it is sent in waves, each a campaign of its own. */
  recurs: boolean;
};

/** What can be done to a campaign in its state. */
export function Commands({ workspace, id, state, waiting, overdue, recurs }: CommandsProps) {
  const ask = { workspace, id };
  const open = state === "running" || state === "paused" || state === "scheduled";
  return (
    <>
      {state === "running" && (
        <ConfirmCommand
          {...ask}
          command="pause"
          label={t("command.pause")}
          title={t("command.pauseTitle")}
          text={t("command.pauseText", { n: waiting })}
        />
      )}
      {state === "paused" && (
        <CommandButton {...ask} command="resume" label={t("command.resume")} variant="primary" />
      )}
      {state === "scheduled" && !overdue && (
        <CommandButton {...ask} command="unschedule" label={t("command.unschedule")} />
      )}
      {open && (
        <ConfirmCommand
          {...ask}
          command="cancel"
          label={t("command.cancel")}
          title={t("command.cancelTitle")}
          text={recurs ? t("command.cancelWavesText") : t("command.cancelText", { n: waiting })}
        />
      )}
    </>
  );
}
