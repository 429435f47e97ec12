import type { CampaignState } from "#server/campaign/rules.ts";
import type { Timing } from "#server/campaign/schema.ts";
import { t } from "../../_campaigns/words.ts";
import { CommandButton } from "./command-button.tsx";
import { ConfirmCommand } from "./confirm-command.tsx";
import { DuplicateButton } from "./duplicate-button.tsx";

type CommandsProps = {
  workspace: string;
  id: string;
  state: CampaignState;
  /** Mails that have not left. */
  waiting: number;
  overdue: boolean;
  kind: Timing["kind"];
};

/** What can be done to a campaign in its state. */
export function Commands({ workspace, id, state, waiting, overdue, kind }: CommandsProps) {
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
          label={t(kind === "event" ? "command.end" : "command.cancel")}
          title={t(kind === "event" ? "command.endTitle" : "command.cancelTitle")}
          text={cancelText(kind, waiting)}
        />
      )}
      <DuplicateButton workspace={workspace} id={id} />
    </>
  );
}

function cancelText(kind: Timing["kind"], waiting: number): string {
  if (kind === "recurring") return t("command.cancelWavesText");
  return t(kind === "event" ? "command.endText" : "command.cancelText", { n: waiting });
}
