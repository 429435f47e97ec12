import { domainToASCII } from "node:url";

/** What a provider says of somebody, once it is certain that the provider said it. */
export type Identity = {
  issuer: string;
  subject: string;
  email: string | null;
  /** False only where the provider says that it is not. */
  verified: boolean;
  name: string | null;
  /** Google's word for the company that an account belongs to. */
  hostedDomain: string | null;
};

/** Why somebody whom their provider vouches for is not let in. */
export const refusals = [
  "no_address",
  "not_verified",
  "other_domain",
  "other_person",
  "not_invited",
] as const;
export type Refusal = (typeof refusals)[number];

/** The domain of an address in ASCII and lower case; empty for what is no address. */
export function domainOf(email: string): string {
  const at = email.lastIndexOf("@");
  return at < 1
    ? ""
    : domainToASCII(
        email
          .slice(at + 1)
          .trim()
          .toLowerCase(),
      );
}

const google = "https://accounts.google.com";

/**
 * Why an account may not be found or made by the address that a provider asserts, or null when it may: the address must be
 * of a domain that the provider's company has proven, so that no provider speaks for another company's people. Anybody
 * can have a Google account with any address: there the account must be the company's (`hd`).
 */
export function refusalOf(
  identity: Identity,
  proven: readonly string[],
): Exclude<Refusal, "other_person" | "not_invited"> | null {
  if (!identity.email) return "no_address";
  if (!identity.verified) return "not_verified";
  const domain = domainOf(identity.email);
  if (!proven.includes(domain)) return "other_domain";
  const isOwn = identity.issuer !== google || identity.hostedDomain?.toLowerCase() === domain;
  return isOwn ? null : "other_domain";
}

/** A path of ours to go to after signing in, or the start page: never another site's. */
export function ownPath(next: unknown): string {
  return typeof next === "string" && /^\/[a-z0-9-]+(\/[A-Za-z0-9_~-]+)*$/.test(next) ? next : "/";
}

/** Where a text stands that shows whose a domain is. */
export const proofHost = (domain: string) => `_svar.${domain}`;

/** Whether DNS says at that place what it must. */
export const isProven = (proof: string, texts: readonly string[]) =>
  texts.some((text) => text.trim().replace(/^"|"$/g, "") === proof);

/** Where the provider sends people back to: an address for each workspace, so that no provider's answer passes for another's. */
export const returnAddress = (appUrl: string, workspaceKey: string) =>
  `${appUrl}/api/auth/company/return/${workspaceKey}`;
