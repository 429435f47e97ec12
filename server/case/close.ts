import { and, eq, ne } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { caseClosures, cases } from "#db/schema/index.ts";
import { requireOffered } from "#server/cause/require-offered.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { planCheck } from "#server/recovery/plan.ts";
import { refusal } from "#server/refusal.ts";
import { addEvent } from "./add-event.ts";
import { requireNoOpenPromise } from "./open-promises.ts";
import { requireCase } from "./queries.ts";
import type { CloseCase } from "./schema.ts";

/**
 * Closes a case with its cause and outcome, and plans the question whether it is solved, unless that is not wanted or
 * the customer must not be asked. Of two who close at once, one wins. `checkAt`: when the customer will be asked.
 *
 * @param input `chosenAt`: when the cause was chosen, if that was before now; it may have been retired since
 * @throws NOT_FOUND for a case of another workspace, CONFLICT when it is closed already or a promise of it is open, INVALID
 * on `causeId` for a cause that is not offered here.
 */
export async function closeCase(
  ctx: Ctx,
  input: CloseCase & { chosenAt?: Date },
  actId?: string,
): Promise<{ id: string; state: "closed"; checkAt: Date | null }> {
  const was = await requireCase(ctx, input.caseId, { lock: true });
  await requireNoOpenPromise(ctx, was.id);
  const causeId = await requireOffered(ctx, input.causeId, input.chosenAt);
  const [closed] = await ctx.db
    .update(cases)
    .set({ state: "closed", snoozedUntil: null })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, input.caseId), ne(cases.state, "closed")))
    .returning({ id: cases.id });
  if (!closed) throw new DomainError("CONFLICT", refusal("caseClosedAlready"));

  const closureId = newId(ctx.now.getTime());
  await ctx.db.insert(caseClosures).values({
    workspaceId: ctx.workspaceId,
    id: closureId,
    caseId: input.caseId,
    causeId,
    outcome: input.outcome,
    closedBy: memberId(ctx.actor),
    closedAt: ctx.now,
  });
  const { caseId } = input;
  const wasUntil = was.state === "snoozed" ? (was.snoozedUntil?.toISOString() ?? null) : null;
  await addEvent(ctx, caseId, "closed", { causeId, was: was.state, wasUntil }, actId);
  const checkAt = input.askRecovery === false ? null : await planCheck(ctx, { caseId, closureId });
  ctx.nudge("cases", caseId);
  return { id: closed.id, state: "closed", checkAt };
}
