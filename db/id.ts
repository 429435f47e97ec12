import { randomFillSync } from "node:crypto";

/** How many ids each of the last moments has, the moment that was asked for longest ago standing first. */
const made = new Map<number, number>();
const momentsKept = 1024;

/** Which id of its millisecond this is, from 0. Work that runs side by side asks for its own moments in turns. */
function countUp(ms: number): number {
  const count = made.get(ms) ?? 0;
  made.delete(ms);
  made.set(ms, count + 1);
  if (made.size > momentsKept) made.delete(made.keys().next().value!);
  return count;
}

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
 * A new UUIDv7 (RFC 9562 §5.7, §6.2 method 1): 48 bits of Unix milliseconds, 26 bits that count up within
 * a millisecond, then 48 random bits. Rows made together lie together in an index, and rows one process
 * makes of the same millisecond sort in the order they were made, also when it makes others of other moments
 * in between. PostgreSQL 15 has no `uuidv7()`.
 */
export function newId(now: number = Date.now()): string {
  const count = countUp(now);
  const bytes = sixteenBytes();
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt16BE(0x7000 | ((count >>> 14) & 0xfff), 6);
  bytes.writeUInt16BE(0x8000 | (count & 0x3fff), 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
