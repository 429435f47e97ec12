import { and, eq } from "drizzle-orm";
import { heldReplies } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import type { Draft } from "#server/draft/queries.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { addEvent } from "./add-event.ts";
import { requireCase } from "./queries.ts";
import type { TakeBackReply } from "./schema.ts";
import { withdrawReply } from "./withdraw-reply.ts";

/**
 * Undoes the sending of a reply that has not left: nothing goes to the customer, and its words are in its writer's draft
 * again. Returns that draft, or null when somebody else wrote it.
 * @throws CONFLICT when it has left, or never was in this workspace: nobody can tell these apart afterwards.
 */
export async function takeBackReply(ctx: Ctx, input: TakeBackReply): Promise<{ draft: Draft | null }> {
  const [held] = await ctx.db
    .select({ caseId: heldReplies.caseId })
    .from(heldReplies)
    .where(and(eq(heldReplies.workspaceId, ctx.workspaceId), eq(heldReplies.messageId, input.messageId)));
  if (!held) throw tooLate();
  await requireCase(ctx, held.caseId, { lock: true });
  const withdrawn = await withdrawReply(ctx, input.messageId);
  if (!withdrawn) throw tooLate();
  const mine = withdrawn.held.heldBy === memberId(ctx.actor);
  if (!mine) await addEvent(ctx, held.caseId, "reply_called_off", { because: "colleague" });
  return { draft: mine ? withdrawn.draft : null };
}

const tooLate = () => new DomainError("CONFLICT", refusal("replyLeft"));
