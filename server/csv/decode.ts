import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";

/** The encodings a person may choose when the guess is wrong: names as in the WHATWG registry, and Excel's for DOS. */
export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1257",
  "macintosh",
  "ibm850",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Decoded {
  text: string;
  encoding: Encoding;
  /** How many characters could not be read and stand as U+FFFD in the text. */
  damaged: number;
}

/**
 * The text of a file; never throws. A byte order mark decides; else UTF-8 where the bytes are (mostly) valid
 * UTF-8; else UTF-16 by its zeros; else Windows-1252, which is what Excel writes in the Nordic countries.
 * Statistical guessing is left out on purpose: chardet reads "Åsa;Ålesund" as ISO-8859-2 (Ĺ for Å).
 * The byte order mark and U+0000, which PostgreSQL cannot store, are not in the text.
 */
export function decode(bytes: Uint8Array, chosen?: Encoding): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const encoding = chosen ?? markedEncoding(buffer) ?? guessEncoding(buffer);
  const text = iconv.decode(buffer, encoding).replaceAll("\0", "").toWellFormed();
  return { text, encoding, damaged: countDamaged(text) };
}

function markedEncoding(buffer: Buffer): Encoding | null {
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return "utf-8";
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return "utf-16le";
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return "utf-16be";
  return null;
}

function guessEncoding(buffer: Buffer): Encoding {
  return zerosOfUtf16(buffer.subarray(0, 4096)) ?? (isMostlyUtf8(buffer) ? "utf-8" : "windows-1252");
}

/** Latin text in UTF-16 has a zero in every second place, the others hardly any. */
function zerosOfUtf16(start: Buffer): Encoding | null {
  const zeros = [0, 0];
  for (const [place, byte] of start.entries()) if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = start.length * 0.35;
  if (odd > many && even < odd / 10) return "utf-16le";
  return even > many && odd < even / 10 ? "utf-16be" : null;
}

/**
 * One stray byte or a cut last character must not turn a whole UTF-8 file into "Ã¥": what counts is
 * whether more characters beyond ASCII are right than wrong. Single-byte text has next to none that are right.
 */
function isMostlyUtf8(buffer: Buffer): boolean {
  if (isUtf8(buffer)) return true;
  const text = buffer.toString("utf8");
  const damaged = countDamaged(text);
  const beyondAscii = text.match(/[\u0080-\u{10ffff}]/gu)?.length ?? 0;
  return beyondAscii - damaged > damaged;
}

function countDamaged(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\ufffd"); at !== -1; at = text.indexOf("\ufffd", at + 1)) count++;
  return count;
}
