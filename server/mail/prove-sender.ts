import { Resolver } from "node:dns/promises";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";

/** Asks DNS for the records of a name, as node:dns does. */
export type Resolve = (name: string, type: string) => Promise<string[][]>;

/** `address`: who wrote the mail, beyond doubt; null: that cannot be said. `later`: DNS did not answer, so ask again. */
export type Proof = { address: string | null; later: boolean };

/** Asks the name servers of this machine, or `server` ("127.0.0.1:5353"), with 3 s of patience and one more try. */
export function resolverOf(server?: string): Resolve {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (server) resolver.setServers([server]);
  return (name) => resolver.resolveTxt(name);
}

/**
 * Whose mail it is, going by the message itself: one address in one From, and a DKIM signature over the whole body by a
 * domain aligned with it (RFC 6376, RFC 7489 §3.1.1), which is what DMARC passes by too. It holds behind any relay; SPF
 * and what other servers say of it would not.
 */
export async function proveSender(raw: Buffer, resolve: Resolve): Promise<Proof> {
  const { headerFrom, headers, results } = await dkimVerify(raw, { resolver: resolve });
  const lines = headers?.parsed.filter(({ key }) => key === "from").length;
  const [address, ...others] = headerFrom;
  if (!address || others.length > 0 || lines !== 1) return { address: null, later: false };
  const aligned = results.filter((one) => one.status.aligned && signsFrom(one));
  const proven = aligned.some(({ status }) => status.result === "pass" && !status.underSized);
  if (proven) return { address: address.toLowerCase(), later: false };
  return { address: null, later: aligned.some(({ status }) => status.result === "temperror") };
}

/** A signature that leaves From out says nothing about it (RFC 6376 §5.4); the verifier takes it all the same. */
function signsFrom(result: object & { signingHeaders?: { keys: string } }): boolean {
  return /(?:^|\W)from(?:\W|$)/i.test(result.signingHeaders?.keys ?? "");
}
