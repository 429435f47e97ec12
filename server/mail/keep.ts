import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { inboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { type Collected, pieceBytes } from "./collect.ts";

type Facts = Omit<typeof inboundMails.$inferInsert, "workspaceId" | "raw" | "sha256">;

/**
 * Keeps a mail as it came, every byte of it. A large one goes to PostgreSQL in pieces, into a large object that is gone
 * again within the transaction: as one parameter of a statement the driver would hold it several times over.
 */
export async function keepMail(ctx: Ctx, facts: Facts, mail: Collected): Promise<void> {
  if (mail.size > pieceBytes) return keepInPieces(ctx, facts, mail);
  const raw = await mail.read();
  await insert(ctx, facts, { raw, sha256: createHash("sha256").update(raw).digest() });
}

async function keepInPieces(ctx: Ctx, facts: Facts, mail: Collected): Promise<void> {
  const [made] = await ctx.db.execute<{ oid: number }>(sql`SELECT lo_create(0) AS oid`);
  const oid = sql`${made!.oid}::oid`;
  const sha256 = createHash("sha256");
  let size = 0;
  for await (const piece of mail.pieces()) {
    sha256.update(piece);
    await ctx.db.execute(sql`SELECT lo_put(${oid}, ${size}::bigint, ${piece}::bytea)`);
    size += piece.length;
  }
  await insert(ctx, facts, { raw: sql`lo_get(${oid})`, sha256: sha256.digest() });
  await ctx.db.execute(sql`SELECT lo_unlink(${oid})`);
}

async function insert(
  ctx: Ctx,
  facts: Facts,
  bytes: { raw: Uint8Array | SQL; sha256: Uint8Array },
): Promise<void> {
  await ctx.db.insert(inboundMails).values({ ...facts, ...bytes, workspaceId: ctx.workspaceId });
}
