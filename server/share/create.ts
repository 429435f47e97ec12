import { hashPassword } from "better-auth/crypto";
import { newId } from "#db/id.ts";
import { shareLinks } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { requireDayToCome } from "./queries.ts";
import type { CreateShareLink } from "./schema.ts";

/**
 * Makes a link by which figures can be read without being a member. Returns its id.
 * @throws INVALID when its last day is over.
 */
export async function createShareLink(ctx: Ctx, input: CreateShareLink): Promise<{ id: string }> {
  const { password, ...link } = input;
  await requireDayToCome(ctx, link.lastDay);
  const id = newId(ctx.now.getTime());
  await ctx.db.insert(shareLinks).values({
    workspaceId: ctx.workspaceId,
    id,
    ...link,
    passwordHash: password && (await hashPassword(password)),
    createdAt: ctx.now,
    createdBy: memberId(ctx.actor),
  });
  const { name, kind, comments, lastDay } = link;
  const after = { kind, comments, lastDay, password: password ? "asked" : "none" };
  await recordAct(ctx, "sharing.made", { id, label: name, after });
  return { id };
}
