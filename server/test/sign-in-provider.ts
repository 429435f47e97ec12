import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";

/** Whom the provider has, and what it says of them. */
type ProviderPerson = { sub: string; email?: string; name?: string } & Record<string, unknown>;

/** What is not as it should be with the next token. */
type Fault = {
  claims?: JWTPayload;
  /** Signed with a key that is not published, or not at all. */
  signed?: "strange key" | "not";
};

export type SignInProvider = {
  issuer: string;
  client: { id: string; secret: string };
  /** Who signs in next. */
  person: ProviderPerson;
  fault: Fault;
  /** What the provider says of itself, in place of the truth. */
  description: Record<string, unknown>;
  /** Who asks to sign in is sent away with this error. */
  declines: string | null;
  /** Makes a new key; the one before is published no longer. */
  rotate(): Promise<void>;
  close(): Promise<void>;
};

type Grant = { nonce: string; challenge: string; redirect: string; person: ProviderPerson };

/**
 * An OpenID provider on loopback with real keys and tokens: it signs everybody in at once as `person`, gives out codes that
 * work once, asks for the client's secret and PKCE, and can be told to be wrong.
 */
export async function startSignInProvider(person: ProviderPerson): Promise<SignInProvider> {
  const grants = new Map<string, Grant>();
  let key = await newKey();
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: SignInProvider = {
    ...{ issuer, person, fault: {}, description: {}, declines: null },
    client: { id: "svar", secret: randomBytes(16).toString("hex") },
    async rotate() {
      key = await newKey();
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, issuer);
    if (url.pathname === "/.well-known/openid-configuration")
      return json(response, { ...description(issuer), ...provider.description });
    if (url.pathname === "/keys") return json(response, { keys: [key.published] });
    if (url.pathname === "/authorize") return authorize(url, response);
    if (url.pathname === "/token") return json(response, ...(await token(request)));
    response.writeHead(404).end();
  }

  function authorize({ searchParams: asked }: URL, response: ServerResponse): void {
    const back = new URL(asked.get("redirect_uri")!);
    back.searchParams.set("state", asked.get("state")!);
    back.searchParams.set("iss", issuer);
    if (provider.declines) back.searchParams.set("error", provider.declines);
    else {
      const code = randomBytes(16).toString("hex");
      const [nonce, challenge] = [asked.get("nonce")!, asked.get("code_challenge")!];
      grants.set(code, { nonce, challenge, redirect: asked.get("redirect_uri")!, person: provider.person });
      back.searchParams.set("code", code);
    }
    response.writeHead(302, { location: back.href }).end();
  }

  async function token(request: IncomingMessage): Promise<[body: object, status?: number]> {
    const form = new URLSearchParams(await textOf(request));
    const basic = `Basic ${Buffer.from(`${provider.client.id}:${provider.client.secret}`).toString("base64")}`;
    if (request.headers.authorization !== basic) return [{ error: "invalid_client" }, 401];
    const grant = grants.get(form.get("code") ?? "");
    grants.delete(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (grant?.challenge !== challenge || grant.redirect !== form.get("redirect_uri"))
      return [{ error: "invalid_grant" }, 400];
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ iss: issuer, aud: provider.client.id, iat: now, exp: now + 300, nonce: grant.nonce },
      ...grant.person,
      ...provider.fault.claims,
    };
    const strange = provider.fault.signed === "strange key" ? (await newKey()).privateKey : key.privateKey;
    const idToken =
      provider.fault.signed === "not"
        ? new UnsecuredJWT(claims).encode()
        : await new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: key.id }).sign(strange);
    return [{ access_token: randomBytes(8).toString("hex"), token_type: "Bearer", id_token: idToken }];
  }

  return provider;
}

const description = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  authorization_response_iss_parameter_supported: true,
});

async function newKey() {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const id = randomBytes(4).toString("hex");
  return {
    id,
    privateKey,
    published: { ...(await exportJWK(publicKey)), kid: id, alg: "RS256", use: "sig" },
  };
}

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
