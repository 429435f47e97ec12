import { read } from "#app/_trpc/server.ts";
import { isLocale } from "#server/i18n/locales.ts";
import { MailPreview } from "../../_campaigns/mail-preview.tsx";
import type { SeenCampaign } from "../../_campaigns/seen.ts";

type SentMailProps = {
  here: string;
  workspace: string;
  campaign: SeenCampaign;
  query: Record<string, string | string[] | undefined>;
};

/** The mail of a campaign in each language and version. */
export async function SentMail({ here, workspace, campaign, query }: SentMailProps) {
  const locale = typeof query.locale === "string" && isLocale(query.locale) ? query.locale : undefined;
  const variant = campaign.abTest && query.version === "b" ? "b" : "a";
  const mail = await read((api) => api.campaign.previewMail({ workspace, id: campaign.id, locale, variant }));
  return (
    <div className="mt-8 max-w-3xl">
      <MailPreview
        here={here}
        place={{ tab: "mail" }}
        mail={mail}
        version={campaign.abTest ? variant : null}
      />
    </div>
  );
}
