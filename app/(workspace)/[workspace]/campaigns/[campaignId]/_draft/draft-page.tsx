import { PageHeader } from "#app/_ui/page-header.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";
import { PeopleStep } from "./people-step.tsx";
import { ReviewStep } from "./review-step.tsx";
import { Steps, stepOf } from "./steps.tsx";
import { SurveyStep } from "./survey-step.tsx";
import { TextStep } from "./text-step.tsx";
import { WhenStep } from "./when-step.tsx";

export type Query = Record<string, string | string[] | undefined>;

type DraftPageProps = {
  workspace: string;
  campaign: SeenCampaign;
  query: Query;
  self: { name: string; email: string };
  manages: boolean;
};

/** A campaign that has not been started, step by step; whoever may not change it sees the review. */
export function DraftPage({ workspace, campaign, query, self, manages }: DraftPageProps) {
  const here = `/${workspace}/campaigns/${campaign.id}`;
  const step = manages ? stepOf(query.step) : "review";
  return (
    <>
      <PageHeader
        back={<TextLink href={`/${workspace}/campaigns`}>{t("back")}</TextLink>}
        title={campaign.name}
        status={manages ? t("draft.status") : t("forbidden")}
      />
      {manages && <Steps here={here} current={step} />}
      <div className="mt-6">
        {step === "survey" && <SurveyStep workspace={workspace} campaign={campaign} />}
        {step === "people" && <PeopleStep workspace={workspace} campaign={campaign} />}
        {step === "text" && <TextStep workspace={workspace} campaign={campaign} query={query} self={self} />}
        {step === "when" && <WhenStep workspace={workspace} campaign={campaign} />}
        {step === "review" && <ReviewStep workspace={workspace} campaign={campaign} manages={manages} />}
      </div>
    </>
  );
}
