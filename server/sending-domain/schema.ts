import { z } from "zod";

/** A domain of one's own and the address on it that mail comes from. */
export const AddDomain = z.object({
  domain: z.string().trim().min(1, "Write your domain, such as fjordline.com.").max(253),
  fromLocal: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/, "Write what stands before the @, such as feedback.")
    .default("feedback"),
});
export type AddDomain = z.input<typeof AddDomain>;

export const DomainId = z.object({ domainId: z.uuid() });
export type DomainId = z.infer<typeof DomainId>;

export const SetPersonalSender = z.object({ on: z.boolean() });
export type SetPersonalSender = z.infer<typeof SetPersonalSender>;
