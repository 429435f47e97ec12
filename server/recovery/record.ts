import { recoveryAnswers } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { type AskedCheck, findCheck } from "./find-check.ts";
import type { RecordRecovery } from "./schema.ts";

/** As often a check can be answered anew as any question. */
const mostVersions = 100;

export type RecordedRecovery =
  | { outcome: "recorded" | "changed" | "unchanged"; check: AskedCheck }
  | { outcome: "gone" | "changed_too_often" };

/**
 * Takes a customer's answer whether their case is solved. A later one changes it; what was said before is kept, and
 * however many tabs send at once, they are answers one after the other. It is no response and in no figure of them.
 *
 * @param number what the link's token names
 */
export async function recordRecovery(
  ctx: Ctx,
  number: number,
  { answer, comment }: RecordRecovery,
): Promise<RecordedRecovery> {
  const check = await findCheck(ctx, { number }, { lock: true });
  if (!check) return { outcome: "gone" };
  const before = await latest(ctx, number);
  if (before?.answer === answer && (before.comment ?? "") === comment) return { outcome: "unchanged", check };
  const version = (before?.version ?? 0) + 1;
  if (version > mostVersions) return { outcome: "changed_too_often" };
  await ctx.db.insert(recoveryAnswers).values({
    ...{ workspaceId: ctx.workspaceId, checkId: check.id, version, answer },
    ...{ comment: comment || null, givenAt: ctx.now },
  });
  ctx.nudge("cases", check.caseId);
  return { outcome: before ? "changed" : "recorded", check };
}

/** Read once the lock is ours: whoever had it may have answered in the meantime. */
const latest = async (ctx: Ctx, number: number) => (await findCheck(ctx, { number }))?.answered;
