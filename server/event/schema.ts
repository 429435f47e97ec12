import { z } from "zod";
import { EventType } from "#server/campaign/schema.ts";
import { ContactInput } from "#server/contact/schema.ts";
import { refusal } from "#server/refusal.ts";

const key = refusal("eventKey");

/**
 * Something that happened to a customer. The same `idempotencyKey` is the same event; `attributes` are the event's
 * own and stand on the invitation, over the contact's.
 */
export const EventInput = z.strictObject({
  type: EventType,
  contact: ContactInput,
  occurredAt: z.iso.datetime({
    offset: true,
    error: refusal("eventMoment"),
  }),
  attributes: ContactInput.shape.attributes,
  idempotencyKey: z.string(key).trim().min(1, key).max(200, key),
});
export type EventInput = z.infer<typeof EventInput>;
