import { z } from "zod";
import { refusal } from "#server/refusal.ts";

/** Where a company's people sign in, and as what Svar is known there. Without a secret the one before stays. */
export const SetProvider = z.object({
  issuer: z
    .string()
    .trim()
    .max(500, refusal("tooLong", { most: 500 }))
    .refine(isAddress, refusal("providerIssuer")),
  clientId: z
    .string()
    .trim()
    .min(1, refusal("providerClientId"))
    .max(500, refusal("tooLong", { most: 500 })),
  secret: z
    .string()
    .trim()
    .max(1_000, refusal("tooLong", { most: 1_000 }))
    .optional(),
});
export type SetProvider = z.infer<typeof SetProvider>;

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username } = new URL(text);
  return /^https?:$/.test(protocol) && search === "" && hash === "" && username === "";
}

export const AddCompanyDomain = z.object({
  domain: z.string().trim().min(1, refusal("domainMissing")).max(253),
});
export type AddCompanyDomain = z.infer<typeof AddCompanyDomain>;

export const CompanyDomainId = z.object({ companyDomainId: z.uuid() });
export type CompanyDomainId = z.infer<typeof CompanyDomainId>;

/** Whether members may sign in by the provider. */
export const SwitchProvider = z.object({ on: z.boolean() });
export type SwitchProvider = z.infer<typeof SwitchProvider>;

/** Whether everybody of the company's domains must, but for the administrator `keptId`. */
export const DemandProvider = z.object({
  demanded: z.boolean(),
  keptId: z.string().min(1, refusal("keptMissing")).max(64),
});
export type DemandProvider = z.infer<typeof DemandProvider>;

/** As what people join who come by the provider and were not invited; null: not at all. */
export const ChooseJoining = z.object({
  role: z.enum(["viewer", "agent", "manager"], refusal("joiningRole")).nullable(),
});
export type ChooseJoining = z.infer<typeof ChooseJoining>;
