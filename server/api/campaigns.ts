import { createRoute, z } from "@hono/zod-openapi";
import { campaignState, exclusionReason } from "#db/schema/index.ts";
import { cancelCampaign } from "#server/campaign/cancel.ts";
import { createCampaign } from "#server/campaign/create.ts";
import { pauseCampaign } from "#server/campaign/pause.ts";
import { getCampaign } from "#server/campaign/queries.ts";
import { resumeCampaign } from "#server/campaign/resume.ts";
import { CreateCampaign, UpdateDraft } from "#server/campaign/schema.ts";
import { startCampaign } from "#server/campaign/start.ts";
import { updateDraft } from "#server/campaign/update-draft.ts";
import { getSurvey } from "#server/survey/queries.ts";
import type { Api } from "./app.ts";
import { body, conflict, Id, json, Moment, Path, refusals, security, unknownThing } from "./schema.ts";

const State = z.enum(campaignState.enumValues).openapi("CampaignState");
const Excluded = z
  .partialRecord(z.enum(exclusionReason.enumValues), z.int())
  .openapi("Excluded", { description: "How many contacts were left out, by reason." });

const Counts = z
  .object({
    invited: z.int().openapi({ description: "The sum of those from queued to inDoubt." }),
    queued: z.int(),
    sending: z.int(),
    deferred: z.int(),
    sent: z.int(),
    failed: z.int(),
    suppressed: z.int(),
    cancelled: z.int(),
    inDoubt: z.int(),
    answered: z.int().openapi({ description: "How many of the invited have answered." }),
    detractors: z.int(),
    passives: z.int(),
    promoters: z.int(),
  })
  .openapi("CampaignCounts");

const Campaign = z
  .object({
    id: Id,
    name: z.string(),
    surveyId: Id,
    state: State,
    createdAt: Moment,
    startedAt: Moment.nullable(),
    finishedAt: Moment.nullable(),
    counts: Counts,
    excluded: Excluded,
  })
  .openapi("Campaign");

const { senderName, sendAt, sendingHours, timing, sampling, abTest, leftOut, neutral } = UpdateDraft.shape;
const NewCampaign = z
  .strictObject({
    ...CreateCampaign.shape,
    ...{ senderName, sendAt, sendingHours, timing, sampling, abTest, leftOut, neutral },
  })
  .openapi("NewCampaign");

const create = createRoute({
  method: "post",
  path: "/campaigns",
  summary: "Make a campaign",
  description:
    "A draft; nothing leaves before it is started. A timing of the kind event listens once it is started; tell of events with POST /events.",
  security,
  request: { body: body(NewCampaign) },
  responses: {
    201: json(z.object({ id: Id, state: State }), "It is made."),
    ...refusals,
    ...unknownThing,
  },
});

const start = createRoute({
  method: "post",
  path: "/campaigns/{id}/start",
  summary: "Start a campaign",
  description: "Starting again has the same answer and sends nothing twice.",
  security,
  request: { params: Path },
  responses: {
    202: json(
      z.object({ id: Id, state: State, invited: z.int(), excluded: Excluded }),
      "Mails leave, or wait for the campaign's hours.",
    ),
    ...refusals,
    ...unknownThing,
    ...conflict,
  },
});

const read = createRoute({
  method: "get",
  path: "/campaigns/{id}",
  summary: "How a campaign stands",
  security,
  request: { params: Path },
  responses: { 200: json(Campaign, "Its state and counts."), ...refusals, ...unknownThing },
});

const stateChange = <Name extends "pause" | "resume" | "cancel">(name: Name, summary: string) =>
  createRoute({
    method: "post",
    path: `/campaigns/{id}/${name}`,
    summary,
    security,
    request: { params: Path },
    responses: {
      200: json(z.object({ id: Id, state: State }), "Its state now."),
      ...refusals,
      ...unknownThing,
      ...conflict,
    },
  });

const pause = stateChange("pause", "Keep back what has not left yet");
const resume = stateChange("resume", "Go on sending");
const cancel = stateChange("cancel", "End a campaign for good");

export function campaignRoutes(api: Api): void {
  api.openapi(create, async (c) => {
    const campaign = c.req.valid("json");
    await getSurvey(c.get("svar"), campaign);
    const { name, surveyId, audience, reminderDays, ...more } = campaign;
    const { id } = await createCampaign(c.get("svar"), { name, surveyId, audience, reminderDays });
    return c.json(brief(await updateDraft(c.get("svar"), { id, ...more })), 201);
  });
  api.openapi(read, async (c) =>
    c.json(asCampaign(await getCampaign(c.get("svar"), c.req.valid("param"))), 200),
  );
  api.openapi(start, async (c) => c.json(await startCampaign(c.get("svar"), c.req.valid("param")), 202));
  api.openapi(pause, async (c) =>
    c.json(brief(await pauseCampaign(c.get("svar"), c.req.valid("param"))), 200),
  );
  api.openapi(resume, async (c) =>
    c.json(brief(await resumeCampaign(c.get("svar"), c.req.valid("param"))), 200),
  );
  api.openapi(cancel, async (c) =>
    c.json(brief(await cancelCampaign(c.get("svar"), c.req.valid("param"))), 200),
  );
}

type State = z.infer<typeof State>;
const brief = ({ id, state }: { id: string; state: State }) => ({ id, state });

function asCampaign(campaign: Awaited<ReturnType<typeof getCampaign>>): z.infer<typeof Campaign> {
  const { id, name, surveyId, state, counts, excluded } = campaign;
  return {
    ...{ id, name, surveyId, state },
    createdAt: campaign.createdAt.toISOString(),
    startedAt: campaign.startedAt?.toISOString() ?? null,
    finishedAt: campaign.finishedAt?.toISOString() ?? null,
    counts,
    excluded,
  };
}
