import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

const prefix = "svar_live_";
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const secretLength = 26;
const checksumLength = 6;

/**
 * A new key for programs: `svar_live_`, the workspace's key, 26 random base62 characters (154 bits) and a
 * checksum, so that a mistyped or invented key is refused without asking the database.
 */
export function newApiKey(workspaceKey: string): string {
  const body = `${prefix}${workspaceKey}${randomBase62(secretLength)}`;
  return body + checksumOf(body);
}

/** The key of the workspace that an API key names, or null when the text was not made by `newApiKey`. */
export function workspaceKeyOf(apiKey: string): string | null {
  const [, workspaceKey] = /^svar_live_([0-9a-z]{5})[0-9A-Za-z]{32}$/.exec(apiKey) ?? [];
  const body = apiKey.slice(0, -checksumLength);
  return workspaceKey && checksumOf(body) === apiKey.slice(-checksumLength) ? workspaceKey : null;
}

/** What an API key is stored as: its SHA-256. */
export function hashApiKey(apiKey: string): Uint8Array {
  return createHash("sha256").update(apiKey).digest();
}

/** CRC-32 in base62; six characters hold every value. It finds mistakes and proves nothing. */
function checksumOf(text: string): string {
  let rest = crc32(text);
  let digits = "";
  for (let i = 0; i < checksumLength; i++) {
    digits = alphabet[rest % 62] + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

/** Bytes of 248 and more are thrown away, because 256 is not a multiple of 62. */
function randomBase62(length: number): string {
  let text = "";
  while (text.length < length) {
    const fair = [...randomBytes(length)].filter((byte) => byte < 248);
    text += fair.map((byte) => alphabet[byte % 62]).join("");
  }
  return text.slice(0, length);
}
