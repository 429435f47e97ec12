import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { readCauses } from "./queries.ts";

/**
 * The id of what a case is closed with whose cause was chosen as `causeId`: of one that was merged, what it counts as.
 *
 * @param chosenAt by default now; one that was retired later can still be meant
 * @throws INVALID on `causeId` when there is none such in this workspace, or it was retired before.
 */
export async function requireOffered(ctx: Ctx, causeId: string, chosenAt = ctx.now): Promise<string> {
  const all = await readCauses(ctx);
  const find = (id: string | null | undefined) => all.find((one) => one.id === id);
  const chosen = find(find(causeId)?.mergedInto ?? causeId);
  if (!chosen) throw invalid("causeId", refusal("causeGone"));
  const retired = [chosen, find(chosen.parentId)].some((one) => one?.retiredAt && one.retiredAt <= chosenAt);
  if (retired) throw invalid("causeId", refusal("causeRetired", { name: chosen.name }));
  return chosen.id;
}
