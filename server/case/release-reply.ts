import { and, eq, inArray, lte } from "drizzle-orm";
import { type Closing, heldReplies, outboundMails } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { closeCase } from "./close.ts";
import { findActor } from "./find-actor.ts";
import { giveReply } from "./give-reply.ts";
import { requireCase } from "./queries.ts";
import { snoozeAfterReply } from "./snooze-after-reply.ts";

type Outcome = "released" | "not held" | "not sent";

/**
 * Lets go a held reply whose time has come: from here on it cannot be taken back, the case waits for the customer, is
 * closed or sleeps as its writer wanted, and the first reply is dated with the time it was to go out. Where its mail was
 * stopped at the last moment, such as for a customer who wants no mail, nothing of that happens. Once, however many
 * workers try.
 */
export async function releaseReply(ctx: Ctx, input: { messageId: string }): Promise<Outcome> {
  const here = and(
    eq(heldReplies.workspaceId, ctx.workspaceId),
    eq(heldReplies.messageId, input.messageId),
    lte(heldReplies.goesOutAt, ctx.now),
  );
  const [due] = await ctx.db.select({ caseId: heldReplies.caseId }).from(heldReplies).where(here);
  if (!due) return "not held";
  const one = await requireCase(ctx, due.caseId, { lock: true });
  const [held] = await ctx.db.delete(heldReplies).where(here).returning();
  if (!held) return "not held";
  ctx.nudge("cases", one.id);
  if (await isStopped(ctx, held.mailId)) return "not sent";
  await giveReply(ctx, { caseId: one.id, at: held.goesOutAt, writtenAt: held.heldAt });
  const answered = one.lastInboundAt !== null && one.lastInboundAt > held.heldAt;
  const obstacle = one.state === "closed" ? "closed" : answered ? "customer_wrote" : null;
  const { closing, snoozeUntil } = held;
  if (closing && !obstacle) await close(ctx, held, closing);
  if (snoozeUntil) await snoozeAfterReply(ctx, { ...held, snoozeUntil, obstacle });
  return "released";
}

/** What keeps the case open by now does not keep the reply from having left. */
async function close(ctx: Ctx, held: typeof heldReplies.$inferSelect, closing: Closing): Promise<void> {
  const actor = (await findActor(ctx, held.heldBy)) ?? ctx.actor;
  try {
    await ctx.db.transaction((db) =>
      closeCase(
        { ...ctx, db, actor },
        {
          ...{ caseId: held.caseId, ...closing },
          chosenAt: held.heldAt,
        },
      ),
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

async function isStopped(ctx: Ctx, mailId: string): Promise<boolean> {
  const stopped = await ctx.db.$count(
    outboundMails,
    and(
      eq(outboundMails.workspaceId, ctx.workspaceId),
      eq(outboundMails.id, mailId),
      inArray(outboundMails.state, ["suppressed", "cancelled", "failed"]),
    ),
  );
  return stopped > 0;
}
