import { domainToASCII } from "node:url";
import type { CheckedRecord } from "#db/schema/index.ts";

/** What a record of `server/sending-domain` is about, before DNS was asked. */
export type WantedRecord = Pick<CheckedRecord, "name" | "type" | "host" | "expected" | "keyId">;

export type DomainPlan = { domain: string; returnLabel: string };
export type KeyPlan = { id: string; selector: string; publicKey: string };
/** The platform's side: where bounces go, and whose SPF record names our servers. */
export type Platform = { mailDomain: string; spfInclude: string };

/** `domain` in ASCII and lower case; null when it is no name mail could come from. */
export function domainName(text: string): string | null {
  const name = domainToASCII(text.trim().toLowerCase().replace(/\.$/, ""));
  return /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(name)
    ? name
    : null;
}

/** The records that `domain` needs (RELIABILITY.md C1): one for each key, and those of the return path and of DMARC. */
export function wantedRecords(plan: DomainPlan, keys: KeyPlan[], platform: Platform): WantedRecord[] {
  const { domain } = plan;
  const returnPath = `${plan.returnLabel}.${domain}`;
  return [
    ...keys.map(({ id, selector, publicKey }) => ({
      name: "dkim" as const,
      type: "TXT" as const,
      host: `${selector}._domainkey.${domain}`,
      expected: `v=DKIM1; k=rsa; p=${publicKey}`,
      keyId: id,
    })),
    { name: "mx", type: "MX", host: returnPath, expected: `10 ${platform.mailDomain}` },
    { name: "spf", type: "TXT", host: returnPath, expected: `v=spf1 include:${platform.spfInclude} ~all` },
    { name: "dmarc", type: "TXT", host: `_dmarc.${domain}`, expected: "v=DMARC1; p=none" },
  ];
}

/** Where DNS is asked for a record: of DMARC at the domain and then at each domain above it, the first that has some (RFC 7489 §6.6.3 by walking the tree). */
export function hostsToAsk({ name, host }: { name?: WantedRecord["name"]; host: string }): string[] {
  if (name !== "dmarc") return [host];
  const labels = host.slice("_dmarc.".length).split(".");
  return labels.slice(0, -1).map((_, above) => `_dmarc.${labels.slice(above).join(".")}`);
}

/** What DNS said: the values found, MX as "10 host"; null when it could not be asked. */
export type DnsAnswer = string[] | null;

/** A record with what was found and whether that will do. A DNS that cannot be asked is no reason to say "wrong". */
export function judge(wanted: WantedRecord, answer: DnsAnswer): CheckedRecord {
  if (answer === null) return { ...wanted, found: [], state: "unknown" };
  const found = relevant(wanted, answer);
  if (found.length === 0) return { ...wanted, found, state: "missing" };
  return { ...wanted, found, state: fits(wanted, found) ? "verified" : "wrong" };
}

const prefixes = { spf: /^v=spf1(?:\s|$)/i, dmarc: /^v=DMARC1\s*(?:;|$)/i, dkim: /p=/i, mx: /./ };

/** Of all texts at a name, those that claim to be such a record. */
function relevant({ name }: WantedRecord, answer: string[]): string[] {
  return answer.map((text) => text.trim()).filter((text) => prefixes[name].test(text));
}

function fits({ name, expected }: WantedRecord, found: string[]): boolean {
  if (name === "dkim") return found.some((text) => publishes(text, expected));
  if (name === "mx") return leadsTo(found, expected);
  // Two SPF or two DMARC records count as none (RFC 7208 §4.5, RFC 7489 §6.6.3).
  const [only, ...more] = found;
  if (!only || more.length > 0) return false;
  if (name === "dmarc") return /^(?:none|quarantine|reject)$/i.test(tagsOf(only).get("p") ?? "");
  const [, include] = /(include:\S+)/.exec(expected) ?? [];
  return only
    .toLowerCase()
    .split(/\s+/)
    .some((term) => term.replace(/^\+/, "") === include?.toLowerCase());
}

/** Whether a DKIM record publishes the key that is expected (RFC 6376 §3.6.1). */
function publishes(text: string, expected: string): boolean {
  const [given, wanted] = [tagsOf(text), tagsOf(expected)];
  const version = given.get("v");
  const sameKey = given.get("p")?.replace(/\s+/g, "") === wanted.get("p");
  return sameKey && (version === undefined || version === "DKIM1") && (given.get("k") ?? "rsa") === "rsa";
}

function tagsOf(text: string): Map<string, string> {
  const pairs = text.split(";").map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()] as const;
  });
  return new Map(pairs.filter(([tag]) => tag !== ""));
}

/** Whether the most preferred mail server is ours. */
function leadsTo(found: string[], expected: string): boolean {
  const servers = found.map((text) => {
    const [preference = "", host = ""] = text.toLowerCase().split(/\s+/);
    return { preference: Number(preference), host: host.replace(/\.$/, "") };
  });
  const best = Math.min(...servers.map(({ preference }) => preference));
  const ours = expected.split(" ")[1]?.toLowerCase();
  return servers.some(({ preference, host }) => preference === best && host === ours);
}

/** Whether mail may come from a domain whose records are these: "unknown" when DNS could not say. */
export function standingOf(records: CheckedRecord[]): "verified" | "not" | "unknown" {
  const keys = records.filter(({ name }) => name === "dkim");
  const others = records.filter(({ name }) => name !== "dkim");
  const key = best(keys.map(({ state }) => state));
  const all = [key, ...others.map(({ state }) => state)];
  if (all.every((state) => state === "verified")) return "verified";
  return all.some((state) => state === "missing" || state === "wrong") ? "not" : "unknown";
}

type State = CheckedRecord["state"];

/** One key is enough. */
function best(states: State[]): State {
  return (["verified", "unknown", "wrong"] as const).find((state) => states.includes(state)) ?? "missing";
}

/** "svar202611", and with a letter behind it when that is taken. */
export function nextSelector(now: Date, taken: string[]): string {
  const month = `svar${now.toISOString().slice(0, 7).replace("-", "")}`;
  const names = ["", ..."bcdefghijklmnopqrstuvwxyz"].map((letter) => month + letter);
  return names.find((name) => !taken.includes(name)) ?? `${month}-${taken.length}`;
}
