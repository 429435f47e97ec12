import { z } from "zod";

/** Where a company's people sign in, and as what Svar is known there. Without a secret the one before stays. */
export const SetProvider = z.object({
  issuer: z
    .string()
    .trim()
    .max(500, "This address is too long. Copy the provider’s issuer.")
    .refine(isAddress, "Write the provider’s issuer, an address like https://login.fjordline.com."),
  clientId: z
    .string()
    .trim()
    .min(1, "Copy the client ID that the provider has for Svar.")
    .max(500, "This is too long for a client ID."),
  secret: z.string().trim().max(1_000, "This is too long for a client secret.").optional(),
});
export type SetProvider = z.infer<typeof SetProvider>;

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username } = new URL(text);
  return /^https?:$/.test(protocol) && search === "" && hash === "" && username === "";
}

export const AddCompanyDomain = z.object({
  domain: z.string().trim().min(1, "Write your domain, such as fjordline.com.").max(253),
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
  keptId: z.string().min(1, "Choose the administrator who can still sign in without the provider.").max(64),
});
export type DemandProvider = z.infer<typeof DemandProvider>;

/** As what people join who come by the provider and were not invited; null: not at all. */
export const ChooseJoining = z.object({
  role: z.enum(["viewer", "agent", "manager"], "Choose one of the three roles.").nullable(),
});
export type ChooseJoining = z.infer<typeof ChooseJoining>;
