import { read } from "#app/_trpc/server.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { SurveyFields } from "./survey-fields.tsx";

/** The first step again, for a draft that exists. */
export async function SurveyStep({ workspace, campaign }: { workspace: string; campaign: SeenCampaign }) {
  const surveys = await read((api) => api.survey.list({ workspace }));
  return (
    <SurveyFields
      workspace={workspace}
      id={campaign.id}
      name={campaign.name}
      surveyId={campaign.surveyId}
      surveys={surveys.map(({ id, name }) => ({ id, name }))}
    />
  );
}
