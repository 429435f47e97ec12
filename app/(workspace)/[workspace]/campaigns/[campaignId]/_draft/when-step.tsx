import { localTime } from "../../_campaigns/local-time.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { WhenFields } from "./when-fields.tsx";

/** When the mails leave; times are on the workspace's clocks. */
export function WhenStep({ workspace, campaign }: { workspace: string; campaign: SeenCampaign }) {
  const { id, sendAt, sendingHours, timing, timezone, reminderDays } = campaign;
  return (
    <WhenFields
      workspace={workspace}
      id={id}
      timezone={timezone}
      sendAt={sendAt && localTime(sendAt, timezone)}
      earliest={localTime(new Date(), timezone)}
      hours={sendingHours}
      timing={timing}
      reminderDays={reminderDays}
    />
  );
}
