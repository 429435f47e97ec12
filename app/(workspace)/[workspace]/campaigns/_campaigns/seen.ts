import type { getCampaign } from "#server/campaign/queries.ts";

/** A campaign as its own page shows it. */
export type SeenCampaign = Awaited<ReturnType<typeof getCampaign>>;
