import { newId } from "#db/id.ts";
import { causes } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { readCauses, requireAmong } from "./queries.ts";
import { beside, isTaken } from "./rules.ts";
import type { AddCause } from "./schema.ts";

/** A list that is longer is not looked through any more. */
const mostCauses = 200;

/**
 * Puts a new cause at the end of the list, or of those beneath another. Returns its id.
 * @throws NOT_FOUND for a cause above it that is not here, INVALID on `parentId` when that is of the second level itself
 * or retired, INVALID on `name` when one of that name stands there, LIMIT_REACHED at 200 that are offered.
 */
export async function addCause(ctx: Ctx, { name, parentId }: AddCause): Promise<{ id: string }> {
  const all = await readCauses(ctx, { lock: true });
  const parent = parentId === null ? null : requireAmong(all, parentId);
  if (parent?.parentId) throw invalid("parentId", refusal("causeLevels"));
  if (parent?.retiredAt) throw invalid("parentId", refusal("causeRetiredParent", { name: parent.name }));
  if (isTaken(all, { name, parentId })) throw nameTaken();
  if (all.filter(({ retiredAt }) => retiredAt === null).length >= mostCauses)
    throw new DomainError("LIMIT_REACHED", refusal("causesFull", { count: mostCauses }));
  const id = newId(ctx.now.getTime());
  const place = 1 + Math.max(0, ...beside(all, parentId).map((one) => one.place));
  await ctx.db.insert(causes).values({
    ...{ workspaceId: ctx.workspaceId, id, parentId, name, place },
    ...{ madeAt: ctx.now, madeBy: memberId(ctx.actor) },
  });
  await recordAct(ctx, "settings.cause_added", { id, label: name });
  return { id };
}

/** What is said of a name that a cause beside has. */
export const nameTaken = () => invalid("name", refusal("causeNameTaken"));
