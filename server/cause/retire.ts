import { and, eq } from "drizzle-orm";
import { causes } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { nameTaken } from "./add.ts";
import { readCauses, requireAmong } from "./queries.ts";
import { isOffered, isTaken } from "./rules.ts";
import type { OneCause } from "./schema.ts";

/**
 * Offers a cause no more, nor those beneath it. The cases that were closed with it keep it, and it stays in the figures.
 * @throws NOT_FOUND for one that is not here, CONFLICT for the last that is offered: no case could be closed.
 */
export async function retireCause(ctx: Ctx, { id }: OneCause): Promise<void> {
  const all = await readCauses(ctx, { lock: true });
  const one = requireAmong(all, id);
  const left = all.filter((one) => one.id !== id && one.parentId !== id && isOffered(one, all));
  if (left.length === 0) throw new DomainError("CONFLICT", refusal("causeLast"));
  await ctx.db
    .update(causes)
    .set({ retiredAt: ctx.now, retiredBy: memberId(ctx.actor) })
    .where(and(eq(causes.workspaceId, ctx.workspaceId), eq(causes.id, id)));
  if (!one.retiredAt) await recordAct(ctx, "settings.cause_retired", { id, label: one.name });
}

/**
 * Offers a retired cause again, at its old place.
 * @throws NOT_FOUND for one that is not here, INVALID on `name` when another took its name meanwhile.
 */
export async function restoreCause(ctx: Ctx, { id }: OneCause): Promise<void> {
  const all = await readCauses(ctx, { lock: true });
  const one = requireAmong(all, id);
  if (isTaken(all, one)) throw nameTaken();
  await ctx.db
    .update(causes)
    .set({ retiredAt: null, retiredBy: null })
    .where(and(eq(causes.workspaceId, ctx.workspaceId), eq(causes.id, id)));
  if (one.retiredAt) await recordAct(ctx, "settings.cause_restored", { id, label: one.name });
}
