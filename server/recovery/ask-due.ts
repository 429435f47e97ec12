import { and, eq, sql } from "drizzle-orm";
import { cases, contacts, recoveryChecks } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { findObstacle } from "./find-obstacle.ts";
import { type Cancellation, expiryOf, isTooLate } from "./rules.ts";

type Due = { id: string; caseId: string; dueAt: Date };

/**
 * Asks the customers of this workspace whose check is due, at most `most` of them, the longest due first; each once,
 * however many workers do this. Whom something stands against is not asked, and it is kept why. Whether the address
 * is stopped is asked again when the mail is claimed. Returns how many checks were taken.
 */
export async function askDueChecks(ctx: Ctx, input: { most: number }): Promise<number> {
  const due = await ctx.db
    .select({ id: recoveryChecks.id, caseId: recoveryChecks.caseId, dueAt: recoveryChecks.dueAt })
    .from(recoveryChecks)
    .where(
      sql`${recoveryChecks.workspaceId} = ${ctx.workspaceId} AND ${recoveryChecks.dueAt} <= ${ctx.now.toISOString()}::timestamptz
        AND ${recoveryChecks.askedAt} IS NULL AND ${recoveryChecks.cancelledAt} IS NULL`,
    )
    .orderBy(recoveryChecks.dueAt, recoveryChecks.id)
    .limit(input.most)
    .for("update", { skipLocked: true });
  for (const check of due) await askOrCancel(ctx, check);
  return due.length;
}

async function askOrCancel(ctx: Ctx, { id, caseId, dueAt }: Due): Promise<void> {
  const because = isTooLate(dueAt, ctx.now) ? "too_late" : await findObstacle(ctx, { caseId, at: ctx.now });
  await ctx.db
    .update(recoveryChecks)
    .set(because ? cancelled(ctx, because) : await asked(ctx, id, caseId))
    .where(and(eq(recoveryChecks.workspaceId, ctx.workspaceId), eq(recoveryChecks.id, id)));
  ctx.nudge("cases", caseId);
}

const cancelled = (ctx: Ctx, because: Cancellation) => ({ cancelledAt: ctx.now, cancelledBecause: because });

async function asked(ctx: Ctx, id: string, caseId: string) {
  const [customer] = await ctx.db
    .select({ email: contacts.email, addressHash: contacts.addressHash })
    .from(cases)
    .innerJoin(contacts, and(eq(contacts.workspaceId, cases.workspaceId), eq(contacts.id, cases.contactId)))
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, caseId)));
  const mail = await enqueueMail(ctx, {
    kind: "recovery_check",
    toAddress: customer!.email!,
    addressHash: customer!.addressHash,
    dedupeKey: `recovery_check:${id}`,
    caseId,
  });
  return { askedAt: ctx.now, expiresAt: expiryOf(ctx.now), mailId: mail!.id };
}
