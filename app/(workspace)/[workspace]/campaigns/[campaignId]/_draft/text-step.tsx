import { read } from "#app/_trpc/server.ts";
import { TextLink } from "#app/_ui/text-link.tsx";
import { isLocale } from "#server/i18n/locales.ts";
import { MailPreview } from "../../_campaigns/mail-preview.tsx";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";
import { NotNeutral } from "./not-neutral.tsx";
import { SenderField } from "./sender-field.tsx";
import { TestForm } from "./test-form.tsx";

type TextStepProps = {
  workspace: string;
  campaign: SeenCampaign;
  query: Record<string, string | string[] | undefined>;
  self: { name: string; email: string };
};

/** Who the mail is from, and the mail itself. Its words are the survey's. */
export async function TextStep({ workspace, campaign, query, self }: TextStepProps) {
  const locale = typeof query.locale === "string" && isLocale(query.locale) ? query.locale : undefined;
  const variant = campaign.abTest && query.version === "b" ? "b" : "a";
  const mail = await read((api) => api.campaign.previewMail({ workspace, id: campaign.id, locale, variant }));
  return (
    <div className="grid items-start gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <div className="grid gap-8">
        <SenderField
          workspace={workspace}
          id={campaign.id}
          senderName={campaign.senderName ?? ""}
          placeholder={t("text.senderPlaceholder", { company: campaign.companyName })}
          test={campaign.abTest}
          locale={mail.locale}
          neutral={campaign.neutral}
        />
        <NotNeutral found={campaign.notNeutral} />
        <p className="text-sm text-muted">
          {t("text.surveyText", { survey: campaign.survey })}{" "}
          <TextLink href={`/${workspace}/surveys/${campaign.surveyId}/edit`}>{t("text.editSurvey")}</TextLink>
        </p>
        <TestForm workspace={workspace} id={campaign.id} self={self.email} locale={mail.locale} />
      </div>
      <MailPreview
        here={`/${workspace}/campaigns/${campaign.id}`}
        place={{ step: "text" }}
        mail={mail}
        version={campaign.abTest ? variant : null}
      />
    </div>
  );
}
