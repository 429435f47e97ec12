import { and, eq } from "drizzle-orm";
import { caseClosures, cases, members } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { announce } from "#server/news/announce.ts";
import type { AskedCheck } from "#server/recovery/find-check.ts";
import { recordRecovery } from "#server/recovery/record.ts";
import type { RecordRecovery } from "#server/recovery/schema.ts";
import { addEvent } from "./add-event.ts";
import { wakeForCustomer } from "./reopen.ts";
import { requireSurviving } from "./surviving.ts";

type Outcome = "recorded" | "changed" | "unchanged" | "gone" | "changed_too_often";

/**
 * Takes a customer's answer whether their case is solved. "Yes" is noted. "Partly" and "no" open the loop again: the
 * case is open, with who closed it as long as they work here, and that is announced unless it was open already. Returns what became of it.
 *
 * @param number of the check, which the link's token names
 */
export async function takeCheckAnswer(ctx: Ctx, number: number, input: RecordRecovery): Promise<Outcome> {
  const recorded = await recordRecovery(ctx, number, input);
  if (recorded.outcome !== "recorded" && recorded.outcome !== "changed") return recorded.outcome;
  if (input.answer !== "yes") await openAgain(ctx, recorded.check);
  return recorded.outcome;
}

async function openAgain(ctx: Ctx, check: AskedCheck): Promise<void> {
  const one = await requireSurviving(ctx, check.caseId);
  const here = and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id));
  await ctx.db.update(cases).set({ lastInboundAt: ctx.now }).where(here);
  await wakeForCustomer(ctx, one, "not_solved");
  if (one.state === "open") return;
  const assigneeId = one.state === "closed" ? await ownerAgain(ctx, check, one) : one.assigneeId;
  await announce(ctx, {
    kind: "not_solved",
    caseId: one.id,
    key: `not_solved:${check.id}:${ctx.now.getTime()}`,
    personId: assigneeId,
    checkId: check.id,
  });
}

/** Gives the case back to who closed it. Returns whose it is now. */
async function ownerAgain(
  ctx: Ctx,
  check: AskedCheck,
  one: typeof cases.$inferSelect,
): Promise<string | null> {
  const [closer] = await ctx.db
    .select({ id: members.userId })
    .from(caseClosures)
    .innerJoin(
      members,
      and(eq(members.workspaceId, caseClosures.workspaceId), eq(members.userId, caseClosures.closedBy)),
    )
    .where(
      and(
        eq(caseClosures.workspaceId, ctx.workspaceId),
        eq(caseClosures.caseId, one.id),
        eq(caseClosures.closedAt, check.closedAt),
      ),
    );
  if (!closer || closer.id === one.assigneeId) return one.assigneeId;
  await ctx.db
    .update(cases)
    .set({ assigneeId: closer.id })
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, one.id)));
  await addEvent(ctx, one.id, "assigned", { from: one.assigneeId, to: closer.id });
  return closer.id;
}
