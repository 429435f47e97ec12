import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { WhenFields } from "./when-fields.tsx";

/** When the mails leave; times are on the workspace's clocks. */
export function WhenStep({ workspace, campaign }: { workspace: string; campaign: SeenCampaign }) {
  const { id, sendAt, sendingHours, timing, timezone } = campaign;
  return (
    <WhenFields
      workspace={workspace}
      id={id}
      timezone={timezone}
      sendAt={sendAt && localTime(sendAt, timezone)}
      earliest={localTime(new Date(), timezone)}
      hours={sendingHours}
      timing={timing}
    />
  );
}

/** `moment` on the clocks of `timezone` as a `datetime-local` field writes it. */
function localTime(moment: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return format.format(moment).replace(" ", "T");
}
