import { and, eq } from "drizzle-orm";
import { members } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { ChangeUndo } from "./schema.ts";

/**
 * Sets for how long the acting member can take replies back that they send from now on. Returns the seconds.
 * @throws NOT_FOUND to whoever is no member.
 */
export async function changeUndo(ctx: Ctx, { seconds }: ChangeUndo): Promise<{ seconds: number }> {
  const [row] = await ctx.db.update(members).set({ undoSeconds: seconds }).where(ofMine(ctx)).returning();
  if (!row) throw notFound("member");
  return { seconds };
}

/** For how many seconds the acting member can take a reply back. */
export async function getUndo(ctx: Ctx): Promise<{ seconds: number }> {
  const [row] = await ctx.db.select({ seconds: members.undoSeconds }).from(members).where(ofMine(ctx));
  return { seconds: row?.seconds ?? 0 };
}

const ofMine = (ctx: Ctx) =>
  and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, memberId(ctx.actor) ?? ""));
