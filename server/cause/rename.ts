import { and, eq } from "drizzle-orm";
import { causes } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { nameTaken } from "./add.ts";
import { readCauses, requireAmong } from "./queries.ts";
import { isTaken } from "./rules.ts";
import type { RenameCause } from "./schema.ts";

/**
 * Gives a cause another name, everywhere: in the cases that were closed with it too, which keep its id. From then on the
 * name does not follow the workspace's language any more.
 * @throws NOT_FOUND for one that is not here, INVALID on `name` when one beside it has that name.
 */
export async function renameCause(ctx: Ctx, { id, name }: RenameCause): Promise<void> {
  const all = await readCauses(ctx, { lock: true });
  const one = requireAmong(all, id);
  if (one.retiredAt === null && isTaken(all, { id, name, parentId: one.parentId })) throw nameTaken();
  await ctx.db
    .update(causes)
    .set({ name, suggestion: null, renamedAt: ctx.now, renamedBy: memberId(ctx.actor) })
    .where(and(eq(causes.workspaceId, ctx.workspaceId), eq(causes.id, id)));
  const change = { before: { name: one.name }, after: { name } };
  await recordAct(ctx, "settings.cause_renamed", { id, label: name, ...change });
}
