import type { BlockList } from "node:net";
import { wayTo } from "#server/outgoing/request.ts";

/** More than any provider's description, keys or tokens. */
const mostBytes = 512 * 1024;
/** After which a provider is given up. */
export const patienceMs = 10_000;

type Asked = { method?: string; headers?: Record<string, string>; body?: unknown };

/**
 * `fetch` for the addresses of a tenant's provider, by the way that is open to tenants' addresses: everything is over after
 * ten seconds, and an answer of more than 512 kB is none. `opened` are networks of the operator's own.
 */
export const guardedFetch =
  (opened: BlockList) =>
  async (address: string, { method = "GET", headers = {}, body }: Asked): Promise<Response> => {
    const url = new URL(address);
    const begin = await wayTo(url, { opened, signal: AbortSignal.timeout(patienceMs) });
    const text = body === undefined || body === null ? "" : String(body);
    return new Promise((resolve, reject) => {
      const length = text && { "content-length": `${Buffer.byteLength(text)}` };
      const sent = begin({ method, headers: { ...headers, ...length } }, (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on("data", (part: Buffer) => {
          size += part.length;
          parts.push(part);
          if (size > mostBytes) sent.destroy(new Error(`${url.origin}: the answer is too long.`));
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
