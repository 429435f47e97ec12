import { z } from "zod";
import { refusal } from "#server/refusal.ts";

/** A domain of one's own and the address on it that mail comes from. */
export const AddDomain = z.object({
  domain: z.string().trim().min(1, refusal("domainMissing")).max(253),
  fromLocal: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/, refusal("localPart"))
    .default("feedback"),
});
export type AddDomain = z.input<typeof AddDomain>;

export const DomainId = z.object({ domainId: z.uuid() });
export type DomainId = z.infer<typeof DomainId>;

export const SetPersonalSender = z.object({ on: z.boolean() });
export type SetPersonalSender = z.infer<typeof SetPersonalSender>;
