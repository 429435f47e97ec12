import { lookup } from "node:dns/promises";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { BlockList, LookupFunction } from "node:net";
import { closedBy } from "#server/chat/guard.ts";

/** More than any provider's description, keys or tokens. */
const mostBytes = 512 * 1024;
const patienceMs = 10_000;

type Asked = { method?: string; headers?: Record<string, string>; body?: unknown };

/** An address that nothing may be asked of; `message` says why. */
class Unreachable extends Error {}

/**
 * `fetch` for the addresses of a tenant's provider (RELIABILITY.md H9): its name is resolved once and what was checked is
 * connected to, a redirect is an answer like any other, everything is over after ten seconds, and an answer of more than
 * 512 kB is none. `opened` are networks of the operator's own.
 */
export const guardedFetch =
  (opened: BlockList) =>
  async (address: string, { method = "GET", headers = {}, body }: Asked): Promise<Response> => {
    const url = new URL(address);
    const found = await lookup(url.hostname.replace(/^\[|\]$/g, ""), { all: true, verbatim: true });
    const closed = closedBy(
      url,
      found.map((one) => one.address),
      opened,
    );
    if (closed) throw new Unreachable(`${url.origin}: ${closed}.`);
    const known: LookupFunction = (_, options, done) => {
      if (options.all) done(null, found);
      else done(null, found[0]!.address, found[0]!.family);
    };
    const send = url.protocol === "https:" ? requestSecure : requestPlain;
    const text = body === undefined || body === null ? "" : String(body);
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(patienceMs);
      const length = text && { "content-length": `${Buffer.byteLength(text)}` };
      const options = { method, agent: false, lookup: known, signal, headers: { ...headers, ...length } };
      const sent = send(url, options, (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on("data", (part: Buffer) => {
          size += part.length;
          parts.push(part);
          if (size > mostBytes) sent.destroy(new Unreachable(`${url.origin}: the answer is too long.`));
        });
        response.on("error", reject);
        response.on("end", () => {
          const type = response.headers["content-type"] ?? "";
          const status = response.statusCode ?? 502;
          const empty = [204, 205, 304].includes(status);
          resolve(
            new Response(empty ? null : Buffer.concat(parts), { status, headers: { "content-type": type } }),
          );
        });
      });
      sent.on("error", reject);
      sent.end(text);
    });
  };
