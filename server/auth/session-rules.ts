import { isIP } from "node:net";

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long a session lasts that is not used, and at most (ASVS 5.0, 7.3.1 and 7.3.2). */
export const idleDays = 7;
export const longestDays = 30;

/** How long one lasts at most that began at a company's provider: whoever is shut out there is so here the next day. */
const providerHours = 12;

/** When a session ends that began at `begun`, at a company's provider or not, and was last used at `used`. */
export function expiryOf(begun: Date, used: Date, atProvider = false): Date {
  const longest = atProvider ? providerHours * 60 * minute : longestDays * day;
  return new Date(Math.min(used.getTime() + idleDays * day, begun.getTime() + longest));
}

/** Whether a use at `now` is to be written down, when the last one that was is `noted`: every five minutes. */
export function isWorthNoting(noted: Date, now: Date): boolean {
  return now.getTime() - noted.getTime() >= 5 * minute;
}

/**
 * The network of an address, as its first address: /24 with IPv4, /48 with IPv6 (RELIABILITY.md K6); null for what is no
 * address, or this machine's own.
 */
export function networkOf(address: string): string | null {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIP(mapped) === 4) return mapped.startsWith("127.") ? null : mapped.replace(/\.\d+$/, ".0");
  if (isIP(mapped) !== 6) return null;
  const [before = "", after] = mapped.toLowerCase().split("::", 2);
  const [head, tail] = [before, after ?? ""].map((part) => part.split(":").filter(Boolean));
  const zeros = after === undefined ? 0 : 8 - head!.length - tail!.length;
  const groups = [...head!, ...Array<string>(Math.max(0, zeros)).fill("0"), ...tail!];
  const network = groups.slice(0, 3).map((group) => group.replace(/^0+(?=.)/, ""));
  return network.every((group) => group === "0") ? null : `${network.join(":")}::`;
}
