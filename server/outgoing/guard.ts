import type { BlockList } from "node:net";
import { isIP } from "node:net";
import { isWithin, readNetworks } from "#server/networks.ts";

/**
 * IPv4 that is nobody's on the internet (IANA IPv4 special-purpose registry): this host, private, shared by carriers,
 * loopback, link-local, IETF, documentation, 6to4 relays, benchmarks, multicast and reserved.
 */
const closed4 = readNetworks(
  `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`.trim(),
);

/** Global IPv6 (RFC 4291) and what within it leads elsewhere: IETF with Teredo, documentation, 6to4. */
const open6 = readNetworks("2000::/3");
const closed6 = readNetworks("2001::/23 2001:db8::/32 2002::/16 3fff::/20");

const isPublic = (address: string): boolean =>
  isIP(address) === 4 ? !isWithin(closed4, address) : isWithin(open6, address) && !isWithin(closed6, address);

/** Why an address is closed to us. */
export type Closed = "noAddress" | "notPublic" | "notSecure" | "otherPort";

/**
 * Why nothing may be sent to `url`, whose host has these `addresses`, or null when it may (RELIABILITY.md H9): over https, on
 * port 443, to addresses on the internet only. Networks that the operator has opened may be reached in any way. One address
 * that is not right is enough: whoever owns the name decides which of them is used.
 */
export function closedBy(url: URL, addresses: readonly string[], opened: BlockList): Closed | null {
  const within = (address: string) => isIP(address) !== 0 && isWithin(opened, address);
  if (addresses.length === 0) return "noAddress";
  if (addresses.every(within)) return null;
  const wrong = addresses.find((address) => !within(address) && !isPublic(address));
  if (wrong) return "notPublic";
  if (url.protocol !== "https:") return "notSecure";
  if (url.port !== "") return "otherPort";
  return null;
}
