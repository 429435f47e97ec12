/** What an uploaded file really is, whatever its name says. */
export type FileKind = "text" | "empty" | "excel" | "compressed" | "pdf" | "binary";

/** The kind of a file by its first bytes; everything but "text" cannot be read as CSV. */
export function recognise(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  for (const [kind, ...signature] of SIGNATURES) {
    if (signature.every((byte, place) => bytes[place] === byte)) return kind;
  }
  return looksBinary(bytes.subarray(0, 4096)) ? "binary" : "text";
}

// xlsx and ods are zip archives; xls is an OLE2 compound file.
const SIGNATURES: readonly [FileKind, ...number[]][] = [
  ["excel", 0x50, 0x4b, 0x03, 0x04],
  ["excel", 0xd0, 0xcf, 0x11, 0xe0],
  ["compressed", 0x1f, 0x8b],
  ["pdf", 0x25, 0x50, 0x44, 0x46, 0x2d],
];

/** More than a tenth of control characters, which no text has; the zeros of UTF-16 do not count. */
function looksBinary(start: Uint8Array): boolean {
  const controls = start.filter((byte) => byte > 0 && byte < 32 && ![9, 10, 12, 13, 27].includes(byte));
  return controls.length * 10 > start.length;
}
