import { read } from "#app/_trpc/server.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { PeopleFields } from "./people-fields.tsx";

/** Whom to ask, with the count of who would be asked beside it. */
export async function PeopleStep({ workspace, campaign }: { workspace: string; campaign: SeenCampaign }) {
  const choices = await read((api) => api.campaign.choices({ workspace }));
  return (
    <PeopleFields
      workspace={workspace}
      id={campaign.id}
      audience={campaign.audience}
      sampling={campaign.sampling}
      leftOut={campaign.leftOut}
      choices={choices}
    />
  );
}
