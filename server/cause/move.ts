import { and, eq } from "drizzle-orm";
import { causes } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { readCauses, requireAmong } from "./queries.ts";
import { beside } from "./rules.ts";
import type { MoveCause } from "./schema.ts";

/**
 * Moves a cause one place up or down among those beside it that are offered; at an end it stays.
 * @throws NOT_FOUND for one that is not here.
 */
export async function moveCause(ctx: Ctx, { id, by }: MoveCause): Promise<void> {
  const all = await readCauses(ctx, { lock: true });
  const one = requireAmong(all, id);
  const order = beside(all, one.parentId).filter(({ retiredAt }) => retiredAt === null);
  const at = order.findIndex((other) => other.id === id);
  const to = at + (by === "up" ? -1 : 1);
  if (at < 0 || !order[to]) return;
  order.splice(to, 0, ...order.splice(at, 1));
  for (const [place, other] of order.entries()) {
    await ctx.db
      .update(causes)
      .set({ place: place + 1 })
      .where(and(eq(causes.workspaceId, ctx.workspaceId), eq(causes.id, other.id)));
  }
}
