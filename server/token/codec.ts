import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { base32, base32Number, readBase32Number } from "./base32.ts";

/** What a token may be used for. A token of one purpose is worthless for another (RELIABILITY.md J1). */
export type TokenPurpose =
  | "answer"
  | "opt-out"
  | "case-address"
  | "reply-address"
  | "bounce-address"
  | "notification-address"
  | "opt-out-address"
  | "member-invitation"
  | "survey-link"
  | "share"
  | "own-data"
  | "digest"
  | "recovery-check";

/** What a token names: a row by its number, in the workspace with this key. */
export type TokenTarget = { workspaceKey: string; number: number };

export type TokenCodec = {
  /** The token for a link: 128-bit HMAC-SHA-256 over purpose, version, workspace and number, about 36 characters. */
  seal(purpose: TokenPurpose, target: TokenTarget): string;
  /** What a link's token names, or null when it was not made here for this purpose. Constant time. */
  open(purpose: TokenPurpose, token: string): TokenTarget | null;
  /** The same as `body.tag`, for the local part of a mail address. */
  sealForAddress(purpose: TokenPurpose, target: TokenTarget): string;
  openFromAddress(purpose: TokenPurpose, text: string): TokenTarget | null;
  /** 128 bits of HMAC over `text`, in base32, for signatures that are not tokens (a page's nonce). */
  sign(use: string, text: string): string;
  verify(use: string, text: string, signature: string): boolean;
  /** The keyed hash an address is suppressed by; it outlives the address and cannot be turned back without the secret. */
  hashAddress(workspaceId: string, emailKey: string): Uint8Array;
  /** `bytes` so that only this installation reads them: AES-256-GCM, 12 bytes of IV and 16 of tag before them. */
  encrypt(use: string, bytes: Uint8Array): Uint8Array;
  /** What was encrypted for `use`, or null when it was not, or was changed. */
  decrypt(use: string, bytes: Uint8Array): Uint8Array | null;
};

/** The first character of a token: of the first secret that the installation had, the second, and so on. */
const versions = "123456789abcdefghjkmnpqrstvwxyz";
/** So many secrets an installation can have had. */
export const mostSecrets = versions.length;
/** What stands before a former secret that others know: nothing that was made with it is taken any more. */
export const retired = "retired:";
const keyLength = 5;
const tagLength = 26;

/**
 * The codec of all tokens. One key per purpose is derived from `secret` by HKDF-SHA-256 (RFC 5869). What was made with
 * one of the `former` secrets, the oldest first, is still taken; nothing new is made with them but hashes of addresses,
 * which are compared with those that are kept and so are of the first secret for good. For these alone a `retired` one counts.
 */
export function createTokenCodec(secret: string, former: readonly string[] = []): TokenCodec {
  const all = [...former, secret].map((one, place) => ringOf(one, versions[place]!));
  const [first, current] = [all[0]!, all.at(-1)!];
  const rings = all.filter(({ isRetired }) => !isRetired);
  const newestFirst = rings.toReversed();
  const bodyOf = (target: TokenTarget) => current.version + target.workspaceKey + base32Number(target.number);

  const check = (purpose: TokenPurpose, body: string, signature: string): TokenTarget | null => {
    const number = readBase32Number(body.slice(1 + keyLength));
    const ring = rings.find(({ version }) => version === body[0]);
    if (number === null || !ring || !same(ring.tag(purpose, body), signature)) return null;
    return { workspaceKey: body.slice(1, 1 + keyLength), number };
  };

  return {
    seal: (purpose, target) => bodyOf(target) + current.tag(purpose, bodyOf(target)),
    open: (purpose, token) => check(purpose, token.slice(0, -tagLength), token.slice(-tagLength)),
    sealForAddress: (purpose, target) => `${bodyOf(target)}.${current.tag(purpose, bodyOf(target))}`,
    openFromAddress(purpose, text) {
      const [body = "", signature = "", ...more] = text.toLowerCase().split(".");
      return more.length > 0 ? null : check(purpose, body, signature);
    },
    sign: current.tag,
    verify: (use, text, signature) => newestFirst.some((ring) => same(ring.tag(use, text), signature)),
    hashAddress: (workspaceId, emailKey) => first.mac("address", `${workspaceId}\n${emailKey}`),
    encrypt(use, bytes) {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", current.keyFor(`encrypt/${use}`), iv);
      const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    decrypt(use, bytes) {
      for (const ring of newestFirst) {
        const plain = decipher(ring.keyFor(`encrypt/${use}`), bytes);
        if (plain) return plain;
      }
      return null;
    },
  };
}

/** What one secret is used through: a key of its own for each use. */
function ringOf(written: string, version: string) {
  const isRetired = written.startsWith(retired);
  const secret = isRetired ? written.slice(retired.length) : written;
  const keys = new Map<string, KeyObject>();
  const keyFor = (use: string) => {
    const known = keys.get(use);
    if (known) return known;
    // A key object: with the bare bytes every HMAC takes five times as long.
    const bytes = Buffer.from(hkdfSync("sha256", secret, "", `svar/${version}/${use}`, 32));
    const key = createSecretKey(bytes);
    keys.set(use, key);
    return key;
  };
  const mac = (use: string, text: string) => createHmac("sha256", keyFor(use)).update(text).digest();
  const tag = (use: string, text: string) => base32(mac(use, text).subarray(0, 16));
  return { version, isRetired, keyFor, mac, tag };
}

function decipher(key: KeyObject, bytes: Uint8Array): Uint8Array | null {
  const [iv, tagged, body] = [bytes.subarray(0, 12), bytes.subarray(12, 28), bytes.subarray(28)];
  if (tagged.length !== 16) return null;
  const opener = createDecipheriv("aes-256-gcm", key, iv);
  opener.setAuthTag(tagged);
  try {
    return Buffer.concat([opener.update(body), opener.final()]);
  } catch {
    return null;
  }
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
