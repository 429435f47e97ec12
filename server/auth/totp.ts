import { Secret, TOTP } from "otpauth";

const period = 30;

/** A new secret of 160 bits (RFC 4226, section 4). */
export function newSecret(): Uint8Array {
  return new Secret({ size: 20 }).bytes;
}

/** The secret as it is typed into an app, and the address that its QR code holds. */
export function toShow(secret: Uint8Array, email: string): { typed: string; uri: string } {
  const totp = totpOf(secret, email);
  return { typed: totp.secret.base32.replace(/.{4}(?=.)/g, "$& "), uri: totp.toString() };
}

/**
 * Which code of its row `code` is (RFC 6238), when it is the one at `now` or its neighbour before or after; else null. A
 * later code has a higher number.
 */
export function counterOf(secret: Uint8Array, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret, "").validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta;
}

function totpOf(secret: Uint8Array, label: string): TOTP {
  const buffer = secret.buffer.slice(secret.byteOffset, secret.byteOffset + secret.byteLength) as ArrayBuffer;
  return new TOTP({ issuer: "Svar", label: label || "Svar", secret: new Secret({ buffer }), period });
}
