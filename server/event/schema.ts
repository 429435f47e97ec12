import { z } from "zod";
import { EventType } from "#server/campaign/schema.ts";
import { ContactInput } from "#server/contact/schema.ts";

const key = "Write a key that this event alone has, of 1 to 200 characters.";

/**
 * Something that happened to a customer. The same `idempotencyKey` is the same event; `attributes` are the event's
 * own and stand on the invitation, over the contact's.
 */
export const EventInput = z.strictObject({
  type: EventType,
  contact: ContactInput,
  occurredAt: z.iso.datetime({
    offset: true,
    error: "Write the moment with its offset, like 2026-11-23T09:00:00Z.",
  }),
  attributes: ContactInput.shape.attributes,
  idempotencyKey: z.string(key).trim().min(1, key).max(200, key),
});
export type EventInput = z.infer<typeof EventInput>;
