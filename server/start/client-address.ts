import { BlockList, isIP } from "node:net";

/**
 * Says whom a request comes from: the peer, or, when the peer is a proxy of ours, the last address of
 * `X-Forwarded-For` that none of them is (RELIABILITY.md E5). What others write there is ignored.
 *
 * @param trusted TRUSTED_PROXIES: addresses and networks like "10.0.0.0/8, ::1"
 * @throws when one of them is no address and no network
 */
export function clientAddress(trusted: string): (peer: string | undefined, forwardedFor?: string) => string {
  const proxies = readNetworks(trusted);
  const isProxy = (address: string) => proxies.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (peer = "", forwardedFor = "") => {
    let client = plain(peer);
    for (const address of forwardedFor.split(",").map(plain).reverse()) {
      if (!isProxy(client) || !isIP(address)) break;
      client = address;
    }
    return client;
  };
}

function readNetworks(text: string): BlockList {
  const list = new BlockList();
  for (const network of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = "", prefix] = network.split("/", 2);
    const family = isIP(address);
    const most = family === 6 ? 128 : 32;
    const bits = prefix === undefined ? most : Number(prefix);
    if (!family || !Number.isInteger(bits) || bits < 0 || bits > most) {
      throw new Error(
        `TRUSTED_PROXIES: ${network} is no address or network. Write them like 10.0.0.0/8, separated by commas.`,
      );
    }
    list.addSubnet(address, bits, family === 6 ? "ipv6" : "ipv4");
  }
  return list;
}

/** IPv4 that came over an IPv6 socket, as IPv4. */
const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");
