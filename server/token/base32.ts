const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Bytes in Crockford's base32, lower case: safe in links, in mail addresses whose case is lost, and to read aloud. */
export function base32(bytes: Uint8Array): string {
  let text = "";
  let value = 0;
  let bits = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >> bits) & 31];
    }
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}

/** A whole number ≥ 0 in base32, without leading zeros. */
export function base32Number(n: number): string {
  let text = "";
  let rest = BigInt(n);
  do {
    text = alphabet[Number(rest & 31n)] + text;
    rest >>= 5n;
  } while (rest > 0n);
  return text;
}

/** The number that `base32Number` wrote, or null when `text` is not one or is past the safe integers. */
export function readBase32Number(text: string): number | null {
  if (!/^[0-9a-hjkmnp-tv-z]{1,11}$/.test(text)) return null;
  let value = 0n;
  for (const char of text) value = (value << 5n) | BigInt(alphabet.indexOf(char));
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
}
