import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "#db/id.ts";
import { testRuntime } from "#server/test/database.ts";
import { makeWorkspace } from "#server/test/factories.ts";
import { collectMail, pieceBytes } from "./collect.ts";
import { keepMail } from "./keep.ts";
import { bytesOf, markRead, takeUnread, wholeOf } from "./queries.ts";

const rt = await testRuntime();
const workspace = await makeWorkspace(rt, "Fjordline");
const other = await makeWorkspace(rt, "Nordlys");
const mostBytes = 25 * 1024 * 1024;

async function keep(raw: Buffer): Promise<string> {
  const mail = (await collectMail(Readable.from([raw]), mostBytes))!;
  const id = newId(Date.now());
  const addresses = { mailFrom: "bo@kund.example", rcptTo: "case+1@reply.svar.test" };
  await workspace.run((ctx) =>
    keepMail(ctx, { id, purpose: "case", targetNumber: 1, ...addresses, receivedAt: ctx.now }, mail),
  );
  await mail.discard();
  return id;
}

const largeObjects = () =>
  workspace.run(async (ctx) => {
    const [row] = await ctx.db.execute<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM pg_largeobject_metadata`,
    );
    return row!.n;
  });

describe("a mail that came in", () => {
  it("is kept byte for byte, in one piece or in many, and given back in pieces", async () => {
    const around = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -2, max: 2 }))
      .map(([pieces, more]) => Math.max(1, pieces * pieceBytes + more));
    await fc.assert(
      fc.asyncProperty(around, async (size) => {
        const raw = randomBytes(size);
        const id = await keep(raw);
        const kept = await workspace.run(async (ctx) => {
          const pieces: number[] = [];
          for await (const piece of bytesOf(ctx, id)) pieces.push(piece.length);
          return { pieces, whole: await wholeOf(ctx, id), mail: await takeUnread(ctx, id) };
        });
        expect(kept.whole.equals(raw)).toBe(true);
        expect(Math.max(...kept.pieces)).toBeLessThanOrEqual(pieceBytes);
        expect(Buffer.from(kept.mail!.sha256)).toEqual(createHash("sha256").update(raw).digest());
      }),
      { numRuns: 12 },
    );
    expect(await largeObjects()).toBe(0);
  });

  it("leaves nothing behind when its bytes break off", async () => {
    const broken = {
      size: 3 * pieceBytes,
      read: () => Promise.reject(new Error("broken")),
      async *pieces() {
        yield Buffer.alloc(pieceBytes);
        throw new Error("the file is gone");
      },
      discard: async () => {},
    };
    const id = newId(Date.now());
    const kept = workspace.run((ctx) =>
      keepMail(
        ctx,
        { id, purpose: "case", targetNumber: 1, mailFrom: "", rcptTo: "", receivedAt: ctx.now },
        broken,
      ),
    );
    await expect(kept).rejects.toThrow("the file is gone");
    expect(await workspace.run((ctx) => takeUnread(ctx, id))).toBeNull();
    expect(await largeObjects()).toBe(0);
  });

  it("is read once, forgets its bytes where it must, and is nobody's in another workspace", async () => {
    const id = await keep(Buffer.from("Hello"));
    const seen = await other.run(async (ctx) => [await takeUnread(ctx, id), await wholeOf(ctx, id)] as const);
    expect(seen).toEqual([null, Buffer.alloc(0)]);
    await other.run((ctx) => markRead(ctx, id, "stolen"));
    await workspace.run((ctx) => markRead(ctx, id, "erased", { forget: true }));
    const now = await workspace.run(
      async (ctx) => [await takeUnread(ctx, id), await wholeOf(ctx, id)] as const,
    );
    expect(now).toEqual([null, Buffer.alloc(0)]);
  });
});
