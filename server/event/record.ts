import { createHash } from "node:crypto";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { campaigns, contacts, type EventOutcome, events } from "#db/schema/index.ts";
import { firstSending } from "#server/campaign/rules.ts";
import { emailKeyOf } from "#server/contact/rules.ts";
import { upsertContacts } from "#server/contact/upsert.ts";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { inviteAudience } from "#server/invitation/invite.ts";
import { refusal } from "#server/refusal.ts";
import { findOutcome } from "./queries.ts";
import { aheadDays, askAt, isFarAhead } from "./rules.ts";
import type { EventInput } from "./schema.ts";

export type Recorded = { id: string; contactId: string; campaigns: EventOutcome[] };

/**
 * Records that something happened to a customer, makes or updates the contact, and asks about it in every running
 * or paused campaign that listens to its type and means this contact: after the campaign's delay, within its sending
 * hours. Whoever may not be asked stands in the campaign's ledger with the reason. Of two campaigns the one made
 * first asks. The same event again changes nothing and has the same answer.
 * @throws INVALID for a contact that cannot be kept, a moment far ahead, or another event under the same key.
 */
export async function recordEvent(ctx: Ctx, input: EventInput): Promise<Recorded> {
  const contentHash = createHash("sha256").update(JSON.stringify(input)).digest();
  const known = await findRecorded(ctx, input.idempotencyKey, contentHash);
  if (known) return known;
  const occurredAt = new Date(input.occurredAt);
  if (isFarAhead(occurredAt, ctx.now)) {
    throw invalid("occurredAt", refusal("eventAhead", { days: aheadDays }));
  }
  const contactId = await keepContact(ctx, input.contact);
  const [row] = await ctx.db
    .insert(events)
    .values({
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      type: input.type,
      contactId,
      occurredAt,
      attributes: input.attributes ?? {},
      idempotencyKey: input.idempotencyKey,
      contentHash,
      receivedAt: ctx.now,
    })
    .onConflictDoNothing({ target: [events.workspaceId, events.idempotencyKey] })
    .returning();
  // Told twice in the same moment: the other one has been recorded by now.
  if (!row) return (await findRecorded(ctx, input.idempotencyKey, contentHash))!;
  const outcome = await askAbout(ctx, row);
  await ctx.db
    .update(events)
    .set({ outcome })
    .where(and(eq(events.workspaceId, ctx.workspaceId), eq(events.id, row.id)));
  return { id: row.id, contactId, campaigns: outcome };
}

/** @throws INVALID when the key stands for another event. */
async function findRecorded(ctx: Ctx, key: string, contentHash: Buffer): Promise<Recorded | null> {
  const [row] = await ctx.db
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, ctx.workspaceId), eq(events.idempotencyKey, key)));
  if (!row) return null;
  if (!contentHash.equals(row.contentHash)) {
    throw invalid("idempotencyKey", refusal("eventKeyTaken"));
  }
  return { id: row.id, contactId: row.contactId, campaigns: row.outcome };
}

async function keepContact(ctx: Ctx, contact: EventInput["contact"]): Promise<string> {
  const { rejected } = await upsertContacts(ctx, { contacts: [contact], source: "event" });
  const [problem] = rejected;
  if (problem) throw invalid(`contact.${problem.field}`, problem.reason);
  const [row] = await ctx.db
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.emailKey, emailKeyOf(contact.email)!)));
  return row!.id;
}

async function askAbout(ctx: Ctx, event: typeof events.$inferSelect): Promise<EventOutcome[]> {
  const listening = await ctx.db
    .select()
    .from(campaigns)
    .where(
      and(
        eq(campaigns.workspaceId, ctx.workspaceId),
        sql`${campaigns.timing} ->> 'kind' = 'event' AND ${campaigns.timing} ->> 'type' = ${event.type}`,
        inArray(campaigns.state, ["running", "paused"]),
      ),
    )
    .orderBy(asc(campaigns.createdAt), asc(campaigns.id));
  const outcome: EventOutcome[] = [];
  for (const campaign of listening) {
    const { timing, sendingHours } = campaign;
    if (timing.kind !== "event") continue;
    const { from, tooOld } = askAt({ occurredAt: event.occurredAt, delayHours: timing.delayHours }, ctx.now);
    const { id, contactId, attributes } = event;
    const counts = await inviteAudience(
      ctx,
      { ...campaign, occasion: { id, contactId, attributes, tooOld } },
      (timezone) => {
        const opens = firstSending(sendingHours, timezone, from);
        return [{ opens, closes: opens }];
      },
    );
    if (counts.invited + counts.excluded === 0) continue;
    outcome.push(await findOutcome(ctx, campaign.id, event));
    ctx.nudge("campaigns", campaign.id);
  }
  return outcome;
}
