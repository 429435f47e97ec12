import type { BlockList } from "node:net";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from "openid-client";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { withoutAddresses } from "#server/without-addresses.ts";
import { guardedFetch } from "./reach.ts";
import type { Identity } from "./rules.ts";

/** A company's provider, as Svar is known there. */
export type Provider = { issuer: string; clientId: string; secret: string };

/** What one sign-in is told apart by from all others. */
type Checks = { state: string; nonce: string; verifier: string; returnTo: string };

/**
 * Where to send somebody's browser to sign in at the provider (authorization code with PKCE, OpenID Connect Core 3.1).
 * @throws what `discover` does.
 */
export async function wayTo(
  provider: Provider,
  checks: Checks,
  hint: string | null,
  opened: BlockList,
): Promise<URL> {
  const config = await discover(provider, opened);
  const url = buildAuthorizationUrl(config, {
    redirect_uri: checks.returnTo,
    scope: "openid email profile",
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: "S256",
    ...(hint ? { login_hint: hint } : {}),
  });
  if (!/^https?:$/.test(url.protocol)) throw invalid("issuer", refusal("providerNoPage"));
  return url;
}

/**
 * Who the provider says has come back with `search`. The code is changed for a token by our secret and PKCE; `state`,
 * `nonce` and, where the provider sends it, `iss` (RFC 9207) are as they were asked for; the token is signed by a key that
 * the provider publishes now, is of this issuer, for us, and has not expired by more than 30 s.
 * @throws when any of that is not so.
 */
export async function whoCame(
  provider: Provider,
  checks: Checks,
  search: string,
  opened: BlockList,
): Promise<Identity> {
  const config = await discover(provider, opened);
  const tokens = await authorizationCodeGrant(config, new URL(checks.returnTo + search), {
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims()!;
  const asked =
    claims.email === undefined && config.serverMetadata().userinfo_endpoint
      ? await fetchUserInfo(config, tokens.access_token, claims.sub)
      : {};
  const said: Record<string, unknown> = { ...asked, ...claims };
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: text(said.email, 254)?.toLowerCase() ?? null,
    verified: said.email_verified !== false && said.email_verified !== "false",
    name: text(said.name, 100),
    hostedDomain: text(said.hd, 253),
  };
}

/**
 * The provider as it describes itself, asked anew each time: its keys may have changed. It must call itself what the
 * administrator wrote: one that speaks for whichever organisation somebody comes from would speak for any.
 */
async function discover({ issuer, clientId, secret }: Provider, opened: BlockList): Promise<Configuration> {
  const config = await discovery(new URL(issuer), clientId, secret, clientAuth(secret), {
    [customFetch]: guardedFetch(opened),
    // What may be reached without TLS is for the guard to say: networks of the operator's own.
    execute: [allowInsecureRequests, enableNonRepudiationChecks],
    timeout: 20,
  });
  const said = config.serverMetadata().issuer;
  if (!URL.canParse(said) || new URL(said).href !== new URL(issuer).href)
    throw invalid("issuer", refusal("providerCalls", { name: withoutAddresses(said).slice(0, 200) }));
  return config;
}

const clientAuth =
  (secret: string): ClientAuth =>
  (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const how = methods.includes("client_secret_basic") ? ClientSecretBasic : ClientSecretPost;
    return how(secret)(server, client, body, headers);
  };

const text = (value: unknown, most: number) =>
  typeof value === "string" && value.trim() ? value.trim().slice(0, most) : null;
