import { isIP } from "node:net";
import { isWithin, readNetworks } from "#server/networks.ts";

/**
 * Says whom a request comes from: the peer, or, when the peer is a proxy of ours, the last address of
 * `X-Forwarded-For` that none of them is (RELIABILITY.md E5). What others write there is ignored.
 *
 * @param trusted TRUSTED_PROXIES: addresses and networks like "10.0.0.0/8, ::1"
 * @throws when one of them is no address and no network
 */
export function clientAddress(trusted: string): (peer: string | undefined, forwardedFor?: string) => string {
  const proxies = readNetworks(trusted, "TRUSTED_PROXIES: ");
  return (peer = "", forwardedFor = "") => {
    let client = plain(peer);
    for (const address of forwardedFor.split(",").map(plain).reverse()) {
      if (!isWithin(proxies, client) || !isIP(address)) break;
      client = address;
    }
    return client;
  };
}

/** IPv4 that came over an IPv6 socket, as IPv4. */
const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
