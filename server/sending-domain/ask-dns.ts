import { Resolver } from "node:dns/promises";
import type { DnsAnswer, WantedRecord } from "./rules.ts";
import { hostsToAsk } from "./rules.ts";

/** Asks DNS for what stands at the host of a record. */
export type AskDns = (
  wanted: Pick<WantedRecord, "type" | "host"> & { name?: WantedRecord["name"] },
) => Promise<DnsAnswer>;

const nothing = new Set(["ENOTFOUND", "ENODATA"]);

/**
 * Asks the name servers of this machine, or `server` ("127.0.0.1:5353"), with 3 s of patience and one more try. Long
 * texts are put together. Null when the servers do not answer or say that they failed.
 */
export function dnsAsker(server?: string): AskDns {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (server) resolver.setServers([server]);
  const values = (type: "TXT" | "MX", host: string): Promise<string[]> =>
    type === "TXT"
      ? resolver.resolveTxt(host).then((texts) => texts.map((parts) => parts.join("")))
      : resolver
          .resolveMx(host)
          .then((servers) => servers.map(({ priority, exchange }) => `${priority} ${exchange}`));
  const ask = (type: "TXT" | "MX", host: string): Promise<DnsAnswer> =>
    values(type, host).catch((error: unknown) => {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      return nothing.has(code) ? [] : null;
    });
  return async (wanted) => {
    for (const host of hostsToAsk(wanted)) {
      const answer = await ask(wanted.type, host);
      if (answer === null || answer.length > 0) return answer;
    }
    return [];
  };
}
