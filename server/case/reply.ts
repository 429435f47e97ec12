import { and, eq, gt, isNull, or } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { type Closing, caseMessages, contacts, heldReplies, suppressions } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { refusal } from "#server/refusal.ts";
import { giveReply } from "./give-reply.ts";
import { requireCase } from "./queries.ts";
import type { ReplyToCase } from "./schema.ts";
import { threadOf } from "./thread.ts";

/** The mail that a colleague wrote the reply as, in their own mail program. */
type WrittenBy = { inboundMailId: string; writtenAs: string };

/** A reply that does not go out at once. */
type Hold = {
  goesOutAt: Date;
  planned: boolean;
  unlessAnswered: boolean;
  closing: Closing | null;
  snoozeUntil: Date | null;
};

/**
 * Writes to the customer: an ordinary mail whose answer comes back into this case, threaded under what
 * was said before. The case then waits for the customer; the first reply is dated. With `hold` all that waits for its
 * time (releaseReply), and the reply can be taken back until then; address and Message-ID are those of now.
 * @throws NOT_FOUND for a case of another workspace, CONFLICT when it is closed, or the customer has no address or
 * gets no mail at all.
 */
export async function replyToCase(
  ctx: Ctx,
  input: ReplyToCase,
  { hold, writtenBy }: { hold?: Hold | undefined; writtenBy?: WrittenBy } = {},
): Promise<{ id: string; messageId: string }> {
  const one = await requireCase(ctx, input.caseId);
  if (one.state === "closed") throw new DomainError("CONFLICT", refusal("replyClosed"));
  const { toAddress, addressHash } = await customerAddress(ctx, one.contactId);
  await requireOpen(ctx, addressHash);
  const references = await threadOf(ctx, one);

  const id = newId(ctx.now.getTime());
  const at = hold?.goesOutAt ?? ctx.now;
  const message = { workspaceId: ctx.workspaceId, id, caseId: one.id, direction: "out" as const };
  await ctx.db
    .insert(caseMessages)
    .values({ ...message, authorId: memberId(ctx.actor), text: input.text, references, at, ...writtenBy });
  const mail = (await enqueueMail(ctx, {
    kind: "case_reply",
    toAddress,
    addressHash,
    dedupeKey: `case_reply:${id}`,
    caseId: one.id,
    caseMessageId: id,
    notBefore: at,
  }))!;
  await ctx.db
    .update(caseMessages)
    .set({ messageId: mail.messageId })
    .where(and(eq(caseMessages.workspaceId, ctx.workspaceId), eq(caseMessages.id, id)));
  await recordAct(ctx, "sending.replied", { id: one.id });
  if (hold) {
    const { workspaceId } = ctx;
    const held = { workspaceId, messageId: id, caseId: one.id, mailId: mail.id };
    await ctx.db
      .insert(heldReplies)
      .values({ ...held, heldBy: memberId(ctx.actor), heldAt: ctx.now, ...hold });
    ctx.nudge("cases", one.id);
  } else await giveReply(ctx, { caseId: one.id, at, writtenAt: at });
  return { id, messageId: mail.messageId };
}

type Reachable = { toAddress: string; addressHash: Uint8Array | null };

async function customerAddress(ctx: Ctx, contactId: string | null): Promise<Reachable> {
  const [contact] = contactId
    ? await ctx.db
        .select({ email: contacts.email, addressHash: contacts.addressHash })
        .from(contacts)
        .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.id, contactId)))
    : [];
  if (!contact?.email) {
    throw new DomainError("CONFLICT", refusal("replyNoAddress"));
  }
  return { toAddress: contact.email, addressHash: contact.addressHash };
}

/** @throws CONFLICT when all mail to the address is stopped. */
async function requireOpen(ctx: Ctx, addressHash: Uint8Array | null): Promise<void> {
  if (!addressHash) return;
  const stopped = await ctx.db.$count(
    suppressions,
    and(
      eq(suppressions.workspaceId, ctx.workspaceId),
      eq(suppressions.addressHash, addressHash),
      eq(suppressions.scope, "all"),
      or(isNull(suppressions.until), gt(suppressions.until, ctx.now)),
    ),
  );
  if (stopped === 0) return;
  throw new DomainError("CONFLICT", refusal("replyStopped"));
}
