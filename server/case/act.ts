import { newId } from "#db/id.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { assignCase } from "./assign.ts";
import { closeCase } from "./close.ts";
import { listLeaving } from "./list-leaving.ts";
import { mergeCase } from "./merge.ts";
import { listOpenPromises } from "./open-promises.ts";
import type { ActOnCases, CaseChange } from "./schema.ts";
import { snoozeCase } from "./snooze.ts";
import { tagCase, untagCase } from "./tag.ts";

/**
 * Does one thing to several cases, to each as its own verb does, as one act that can be taken back (undo.ts). Returns the
 * act, the cases it was `done` to, and those it was not because they are closed or gone, or have the tag or have it not;
 * `promised` are those of them that were not closed because a promise to their customer is open. Where the acting member
 * would see some of them no longer (`leaving`) and has not agreed to that, nothing is done to any.
 * @throws INVALID when it can be done to none: the colleague works elsewhere, the time has passed.
 */
export async function actOnCases(
  ctx: Ctx,
  { caseIds, change }: ActOnCases,
): Promise<{ actId: string; done: string[]; left: string[]; promised: string[]; leaving: string[] }> {
  const actId = newId(ctx.now.getTime());
  if (change.kind === "assign" && !change.leave) {
    const leaving = await listLeaving(ctx, { caseIds, assigneeId: change.assigneeId });
    if (leaving.length > 0) return { actId, done: [], left: [], promised: [], leaving };
  }
  const done: string[] = [];
  const left: string[] = [];
  // Always in the same order, so that two acts at once do not wait for each other.
  for (const caseId of [...new Set(caseIds)].sort()) {
    const happened = await changeOne(ctx, caseId, change, actId);
    (happened ? done : left).push(caseId);
  }
  const promised = change.kind === "close" ? await withPromises(ctx, left) : [];
  return { actId, done, left, promised, leaving: [] };
}

async function withPromises(ctx: Ctx, caseIds: string[]): Promise<string[]> {
  if (caseIds.length === 0) return [];
  return [...new Set((await listOpenPromises(ctx, { caseIds })).map(({ caseId }) => caseId))];
}

/** Whether it could be done. */
async function changeOne(ctx: Ctx, caseId: string, change: CaseChange, actId: string): Promise<boolean> {
  try {
    if (change.kind === "assign") await assignCase(ctx, { caseId, ...change }, actId);
    if (change.kind === "snooze") await snoozeCase(ctx, { caseId, ...change }, actId);
    if (change.kind === "close") await closeCase(ctx, { caseId, ...change }, actId);
    if (change.kind === "tag") await tagCase(ctx, { caseId, ...change }, actId);
    if (change.kind === "merge") await mergeCase(ctx, { caseId, ...change }, actId);
    if (change.kind === "untag") await untagCase(ctx, { caseId, ...change }, actId);
    return true;
  } catch (error) {
    if (error instanceof DomainError && (error.code === "CONFLICT" || error.code === "NOT_FOUND"))
      return false;
    throw error;
  }
}
