import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";

/** A mail that came in whole: its bytes at once or in pieces of `pieceBytes`, until they are given up with `discard`, which may come twice. */
export type Collected = {
  size: number;
  read(): Promise<Buffer>;
  pieces(): AsyncIterable<Buffer>;
  discard(): Promise<void>;
};

/** The database's driver holds bytes several times over, as text of twice their length: of a large mail no more than this at once. */
export const pieceBytes = 1024 * 1024;

const mostInMemory = 256 * 1024;

/**
 * Takes in the bytes of one mail: the first 256 kB in memory, a longer mail in a file for itself, so that a hundred
 * that come slowly hold little memory. Of more than `mostBytes` nothing is kept, and `null` returned when all has come.
 *
 * @throws what `stream` ends with when its connection breaks; then nothing is kept either.
 */
export async function collectMail(stream: Readable, mostBytes: number): Promise<Collected | null> {
  let held: Buffer[] = [];
  let file: FileHandle | null = null;
  let size = 0;
  const discard = async () => {
    held = [];
    const open = file;
    file = null;
    await open?.close();
  };
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes) await discard();
      else if (size <= mostInMemory) held.push(chunk);
      else {
        file ??= await openNameless();
        await file.writev([...held, chunk]);
        held = [];
      }
    }
  } catch (error) {
    await discard();
    throw error;
  }
  if (size > mostBytes) return null;
  const readPart = async (at: number, length: number) =>
    file ? readFrom(file, at, length) : Buffer.concat(held).subarray(at, at + length);
  return {
    ...{ size, discard },
    read: () => readPart(0, size),
    async *pieces() {
      for (let at = 0; at < size; at += pieceBytes) yield readPart(at, Math.min(pieceBytes, size - at));
    },
  };
}

/** A file that nobody else can open, and that is gone with the process however it ends. */
async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `svar-mail-${randomUUID()}`);
  const file = await open(path, "wx+", 0o600);
  await rm(path);
  return file;
}

async function readFrom(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(bytes, at, length - at, from + at);
    if (bytesRead === 0) throw new Error("a mail was cut while it was kept in a file");
    at += bytesRead;
  }
  return bytes;
}
