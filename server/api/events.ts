import { createRoute, z } from "@hono/zod-openapi";
import { exclusionReason } from "#db/schema/index.ts";
import { recordEvent } from "#server/event/record.ts";
import { EventInput } from "#server/event/schema.ts";
import type { Api } from "./app.ts";
import { body, Id, json, Moment, refusals, security } from "./schema.ts";

const Outcome = z
  .discriminatedUnion("asked", [
    z.object({
      campaignId: Id,
      asked: z.literal(true),
      sendAt: Moment.openapi({ description: "When the mail is due." }),
    }),
    z.object({ campaignId: Id, asked: z.literal(false), reason: z.enum(exclusionReason.enumValues) }),
  ])
  .openapi("EventOutcome");

const tell = createRoute({
  method: "post",
  path: "/events",
  summary: "Tell that something happened to a customer",
  description:
    "Makes the contact or brings it up to date, and starts the campaigns that listen to the type, after their delay. The same idempotencyKey is the same event: telling it again changes nothing and has the same answer.",
  security,
  request: { body: body(z.strictObject(EventInput.shape).openapi("Event")) },
  responses: {
    202: json(
      z.object({ id: Id, contactId: Id, campaigns: z.array(Outcome) }),
      "What came of it, campaign by campaign; none when no campaign listens for this contact.",
    ),
    ...refusals,
  },
});

export function eventRoutes(api: Api): void {
  api.openapi(tell, async (c) => c.json(await recordEvent(c.get("svar"), c.req.valid("json")), 202));
}
