import { hashPassword } from "better-auth/crypto";
import { and, eq, isNull } from "drizzle-orm";
import { shareLinks } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { requireDayToCome } from "./queries.ts";
import type { ChangeShareLink } from "./schema.ts";

type Row = typeof shareLinks.$inferSelect;

/**
 * Changes name, comments, last day and password of a link; with another password nobody is let in by the old one.
 * @throws NOT_FOUND when it is not in this workspace, or has been ended; INVALID when its last day is over.
 */
export async function changeShareLink(ctx: Ctx, input: ChangeShareLink): Promise<void> {
  const { shareId, password, ...settings } = input;
  await requireDayToCome(ctx, settings.lastDay);
  const before = await linkNow(ctx, shareId);
  const passwordHash = password ? await hashPassword(password) : password;
  const [row] = await ctx.db
    .update(shareLinks)
    .set({ ...settings, passwordHash, changedAt: ctx.now, changedBy: memberId(ctx.actor) })
    .where(
      and(
        eq(shareLinks.workspaceId, ctx.workspaceId),
        eq(shareLinks.id, shareId),
        isNull(shareLinks.endedAt),
      ),
    )
    .returning();
  if (!row) throw notFound("link");
  const change = { before: before && factsOf(before), after: factsOf(row) };
  const newPassword = password ? { password: "changed" } : {};
  await recordAct(ctx, "sharing.changed", {
    ...{ id: shareId, label: row.name, before: change.before },
    after: { ...change.after, ...newPassword },
  });
}

async function linkNow(ctx: Ctx, shareId: string): Promise<Row | undefined> {
  const mine = and(eq(shareLinks.workspaceId, ctx.workspaceId), eq(shareLinks.id, shareId));
  const [row] = await ctx.db.select().from(shareLinks).where(mine);
  return row;
}

const factsOf = ({ name, comments, lastDay, passwordHash }: Row) => ({
  ...{ name, comments, lastDay },
  password: passwordHash ? "asked" : "none",
});
