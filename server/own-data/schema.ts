import { z } from "zod";
import { refusal } from "#server/refusal.ts";

export const OfPerson = z.object({ contactId: z.uuid() });
export type OfPerson = z.infer<typeof OfPerson>;

/** `confirmation`: the customer's e-mail address or name, typed by whoever is sure. */
export const EraseByHand = z.object({
  contactId: z.uuid(),
  confirmation: z.string().trim().min(1, refusal("confirmationMissing")).max(254),
});
export type EraseByHand = z.infer<typeof EraseByHand>;
