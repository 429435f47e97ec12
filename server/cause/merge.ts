import { and, eq, sql } from "drizzle-orm";
import { causes } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { readCauses, requireAmong } from "./queries.ts";
import { type Merging, mergingOf } from "./rules.ts";
import type { MergeCause } from "./schema.ts";

/**
 * Makes one cause a part of another for good: the cases that were closed with it count as the other's, in every figure
 * and list, and keep its id. What stood beneath it stands beneath the other (rules.ts, mergingOf).
 * @throws NOT_FOUND for causes that are not here, INVALID on `into` when these two cannot be merged.
 */
export async function mergeCause(ctx: Ctx, { id, into }: MergeCause): Promise<void> {
  const all = await readCauses(ctx, { lock: true });
  const [from, to] = [requireAmong(all, id), requireAmong(all, into)];
  if (to.retiredAt) throw invalid("into", refusal("causeRetired", { name: to.name }));
  const merging = mergingOf(all, id, into);
  if (!merging)
    throw invalid(
      "into",
      to.parentId && to.parentId !== id
        ? refusal("causeHasOthers", { name: from.name })
        : refusal("causeItself"),
    );
  for (const change of merging) await apply(ctx, change);
  await recordAct(ctx, "settings.cause_merged", { id, label: from.name, after: { into: to.name } });
}

function apply(ctx: Ctx, { id, ...change }: Merging) {
  const retired = {
    retiredAt: sql`coalesce(${causes.retiredAt}, ${ctx.now.toISOString()}::timestamptz)`,
    retiredBy: sql`coalesce(${causes.retiredBy}, ${memberId(ctx.actor)})`,
  };
  return ctx.db
    .update(causes)
    .set({ ...change, ...("mergedInto" in change ? retired : {}) })
    .where(and(eq(causes.workspaceId, ctx.workspaceId), eq(causes.id, id)));
}
