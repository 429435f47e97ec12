import { BlockList, isIP } from "node:net";

/**
 * Addresses and networks, like "10.0.0.0/8, ::1".
 *
 * @param begin what the message of an error begins with
 * @throws when one of them is no address and no network; the message names it and the way out.
 */
export function readNetworks(text: string, begin = ""): BlockList {
  const list = new BlockList();
  for (const network of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = "", prefix] = network.split("/", 2);
    const family = isIP(address);
    const most = family === 6 ? 128 : 32;
    const bits = prefix === undefined ? most : Number(prefix);
    if (!family || !Number.isInteger(bits) || bits < 0 || bits > most) {
      throw new Error(
        `${begin}${network} is no address or network. Write them like 10.0.0.0/8, separated by commas.`,
      );
    }
    list.addSubnet(address, bits, family === 6 ? "ipv6" : "ipv4");
  }
  return list;
}

/** Whether an IP address is among these networks. */
export const isWithin = (networks: BlockList, address: string): boolean =>
  networks.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
