import { randomBytes } from "node:crypto";
import { base32 } from "#server/token/base32.ts";
import type { TokenCodec } from "#server/token/codec.ts";

/** How many recovery codes somebody gets. */
const amount = 8;

/** New codes of 120 bits each, so that a plain hash keeps them (ASVS 5.0, 6.5.2), in groups for reading them off paper. */
export function newCodes(): string[] {
  return Array.from({ length: amount }, () => base32(randomBytes(15)).replace(/.{6}(?=.)/g, "$&-"));
}

/** What is kept of a code: its keyed hash. Capitals, hyphens and spaces do not matter. */
export function hashOfCode(tokens: TokenCodec, userId: string, code: string): string {
  return tokens.sign("recovery-code", `${userId}\n${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`);
}
