import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { inboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { pieceBytes } from "./collect.ts";

/** A mail that came in, without its bytes; those are `bytesOf`. */
export type InboundMail = Omit<typeof inboundMails.$inferSelect, "raw">;

const { raw, ...fields } = getTableColumns(inboundMails);

/** Keeps what `takeUnread` returns from being read twice until the transaction ends. Null: it was read, or is gone. */
export async function takeUnread(ctx: Ctx, inboundMailId: string): Promise<InboundMail | null> {
  const [mail] = await ctx.db
    .select(fields)
    .from(inboundMails)
    .where(and(its(ctx, inboundMailId), isNull(inboundMails.readAt)))
    .for("update");
  return mail ?? null;
}

/** Notes what became of a mail, for good; `forget` gives up its bytes. */
export async function markRead(
  ctx: Ctx,
  inboundMailId: string,
  outcome: string,
  { forget = false }: { forget?: boolean } = {},
): Promise<void> {
  await ctx.db
    .update(inboundMails)
    .set({ readAt: ctx.now, outcome, ...(forget ? { raw: new Uint8Array() } : {}) })
    .where(its(ctx, inboundMailId));
}

/** A mail as it came, in pieces of 1 MB, so that no more than one of them is held. */
export async function* bytesOf(ctx: Ctx, inboundMailId: string): AsyncGenerator<Uint8Array> {
  for (let from = 1; ; from += pieceBytes) {
    const [found] = await ctx.db
      .select({ piece: sql<Uint8Array>`substring(${raw} FROM ${from}::int FOR ${pieceBytes}::int)` })
      .from(inboundMails)
      .where(its(ctx, inboundMailId));
    if (!found) return;
    yield found.piece;
    if (found.piece.length < pieceBytes) return;
  }
}

/** A mail as it came, whole; none of what is kept no longer. */
export async function wholeOf(ctx: Ctx, inboundMailId: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytesOf(ctx, inboundMailId)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function its(ctx: Ctx, inboundMailId: string) {
  return and(eq(inboundMails.workspaceId, ctx.workspaceId), eq(inboundMails.id, inboundMailId));
}
