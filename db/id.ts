import { randomFillSync } from "node:crypto";

let lastMs = -1;
let sequence = 0;

/** Random bytes for many ids at once: asking for sixteen each time costs more than all the rest. */
const pool = Buffer.alloc(16 * 256);
let used = pool.length;

function sixteenBytes(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 16;
  return Buffer.from(pool.subarray(used - 16, used));
}

/**
 * A new UUIDv7 (RFC 9562 §5.7, §6.2 method 1): 48 bits of Unix milliseconds, 12 bits that count up within
 * a millisecond, then 62 random bits. Rows made together lie together in an index, and rows one process
 * makes in the same millisecond sort in the order they were made. PostgreSQL 15 has no `uuidv7()`.
 */
export function newId(now: number = Date.now()): string {
  sequence = now === lastMs ? (sequence + 1) & 0xfff : 0;
  lastMs = now;
  const bytes = sixteenBytes();
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
