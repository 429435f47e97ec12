import { lookup } from "node:dns/promises";
import {
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request as requestPlain,
} from "node:http";
import { request as requestSecure } from "node:https";
import type { BlockList, LookupFunction } from "node:net";
import { type Closed, closedBy } from "./guard.ts";

/** An address of a name. */
export type Found = { address: string; family: number };

type Bounds = {
  /** Networks of the operator's own, which may be reached as well. */
  opened: BlockList;
  /** Ends everything, the lookup too. */
  signal: AbortSignal;
  /** The addresses of a name; by itself, what this machine says. */
  resolve?: (hostname: string) => Promise<Found[]>;
};

/** Makes the request; it goes out when it is ended. */
export type Begin = (
  options: Pick<RequestOptions, "method" | "headers">,
  onResponse: (response: IncomingMessage) => void,
) => ClientRequest;

/** An address that nothing may be sent to; `message` says why for those who run Svar. */
export class ClosedAddress extends Error {
  readonly closed: Closed;

  constructor(url: URL, closed: Closed) {
    super(`${url.origin}: ${reasons[closed]}.`);
    this.name = "ClosedAddress";
    this.closed = closed;
  }
}

const reasons: Record<Closed, string> = {
  noAddress: "its host has no address",
  notPublic: "its host is not on the internet",
  notSecure: "it does not begin with https://",
  otherPort: "its port is not 443",
};

/**
 * The way to an address that a tenant gave (RELIABILITY.md H9): its name is resolved once, what was found is checked, and
 * that is what a request is connected to, whatever the name leads to by then. A redirect is an answer like any other.
 * @throws ClosedAddress when nothing may be sent there, and whatever stopped the lookup.
 */
export async function wayTo(url: URL, { opened, signal, resolve = addressesOf }: Bounds): Promise<Begin> {
  const found = await before(signal, resolve(url.hostname.replace(/^\[|\]$/g, "")));
  const closed = closedBy(
    url,
    found.map(({ address }) => address),
    opened,
  );
  if (closed) throw new ClosedAddress(url, closed);
  const known: LookupFunction = (_, options, done) => {
    if (options.all) done(null, found);
    else done(null, found[0]!.address, found[0]!.family);
  };
  const send = url.protocol === "https:" ? requestSecure : requestPlain;
  return (options, onResponse) => send(url, { ...options, agent: false, lookup: known, signal }, onResponse);
}

const addressesOf = (hostname: string): Promise<Found[]> => lookup(hostname, { all: true, verbatim: true });

function before<T>(signal: AbortSignal, waited: Promise<T>): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([waited, aborted]);
}
