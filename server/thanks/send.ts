import { and, eq, isNull } from "drizzle-orm";
import { invitations, responses, thankYous } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { assessThanks } from "./assess.ts";
import { findHours } from "./find-hours.ts";
import { leaveThanksOut } from "./leave-out.ts";
import { dueAtOf, type Hours, isTooLate, opensAt } from "./rules.ts";
import type { Thanks } from "./schema.ts";

type Due = { responseId: string; dueAt: Date; rule: { id: string; version: number }; thanks: Thanks };

/**
 * Puts the thanks for an answer into the outbox, once, or leaves them out where something stands against it now, and keeps
 * why. What the mail says is kept with it, so that every try says the same. Returns false where it is not decided yet: the
 * answer changes at this moment, or its customer is being erased, or the rules have not considered a change of
 * it, or the hours are over and it is put off until they begin again.
 */
export async function sendThanks(ctx: Ctx, { responseId, dueAt, rule, thanks }: Due): Promise<boolean> {
  const hours = await findHours(ctx, responseId);
  if (!(await isQuiet(ctx, responseId, hours))) return false;
  const leaveOut = (because: Parameters<typeof leaveThanksOut>[1]["because"]) =>
    leaveThanksOut(ctx, { responseId, because }).then(() => true);
  if (isTooLate(dueAt, ctx.now)) return leaveOut("too_late");
  const opens = opensAt(hours, ctx.now);
  if (opens > ctx.now) return putOff(ctx, responseId, opens);
  const assessed = (await assessThanks(ctx, thanks, [responseId])).get(responseId);
  if (!assessed || "because" in assessed) return leaveOut(assessed?.because ?? "unknown");
  const { customer, letter } = assessed;
  const mail = await enqueueMail(ctx, {
    kind: "thank_you",
    toAddress: customer.email!,
    addressHash: customer.addressHash,
    dedupeKey: `thank_you:${responseId}`,
    invitationId: customer.invitationId!,
  });
  if (!mail) return leaveOut("unknown");
  const { locale, words, referral } = letter;
  await ctx.db
    .update(thankYous)
    .set({
      ...{ ruleId: rule.id, ruleVersion: rule.version, thankedAt: ctx.now, mailId: mail.id },
      ...{ locale, words, ask: referral?.ask ?? null, link: referral?.link ?? null },
    })
    .where(planned(ctx, responseId));
  ctx.nudge("responses", responseId);
  return true;
}

const planned = (ctx: Ctx, responseId: string) =>
  and(
    eq(thankYous.workspaceId, ctx.workspaceId),
    eq(thankYous.responseId, responseId),
    isNull(thankYous.thankedAt),
  );

async function putOff(ctx: Ctx, responseId: string, dueAt: Date): Promise<false> {
  await ctx.db.update(thankYous).set({ dueAt }).where(planned(ctx, responseId));
  return false;
}

/**
 * Whether an answer has not changed for long enough; until this transaction ends it does not, nor is its customer erased:
 * both take the ask's lock first (closeInvitations, migration 0042).
 */
async function isQuiet(ctx: Ctx, responseId: string, hours: Hours): Promise<boolean> {
  const find = () =>
    ctx.db
      .select({ changedAt: responses.updatedAt, invitationId: responses.invitationId })
      .from(responses)
      .where(and(eq(responses.workspaceId, ctx.workspaceId), eq(responses.id, responseId)));
  const [before] = await find();
  if (before?.invitationId) {
    const held = await ctx.db
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(eq(invitations.workspaceId, ctx.workspaceId), eq(invitations.id, before.invitationId)))
      .for("key share", { skipLocked: true });
    if (held.length === 0) return false;
  }
  const [answer] = await find();
  return !answer || dueAtOf(answer.changedAt, hours) <= ctx.now;
}
