import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { caseOrigins, cases, contacts, members } from "#db/schema/index.ts";
import { saveCaller } from "#server/contact/save-caller.ts";
import { beyondSight, type Ctx, memberId } from "#server/context.ts";
import { invalid, notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import { addEvent } from "./add-event.ts";
import { alertAssignee } from "./alert-assignee.ts";
import { type Due, dueAfter, dueAtChosen, findPace } from "./due.ts";
import type { NoteCase } from "./schema.ts";
import { snoozeMoment } from "./snooze-times.ts";

/**
 * Opens a case for a customer who came without an answer: who called, wrote elsewhere or came by, and said what a colleague
 * notes. Its owner is whoever notes it, or who is named, who is told by mail; it is due by the hours of the customer's team,
 * or when that is said. Somebody who is not known yet becomes a contact who may not be asked (saveCaller); whoever has the
 * address is that contact, also where the acting member does not see them otherwise. Returns its id, and whether that member
 * sees it.
 * @throws NOT_FOUND for a contact of another workspace; INVALID at `contact.…`, at `ownerId` for somebody who does not work
 * here, at `dueAt` for a time that is past or more than a year off.
 */
export async function noteCase(ctx: Ctx, input: NoteCase): Promise<{ id: string; seen: boolean }> {
  const { cameBy, said } = input;
  const ownerId = input.ownerId || memberId(ctx.actor);
  if (ownerId) await requireOwner(ctx, ownerId);
  const contact = await customerOf(ctx, input);
  const due = await dueOf(ctx, contact.teamId, input.dueAt);
  const noted = { cameBy, said, ownerId, contactId: contact.id, due };
  const { id } = await beyondSight(ctx, (beyond) => open(beyond, noted));
  const here = and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, id));
  return { id, seen: (await ctx.db.$count(cases, here)) > 0 };
}

type Noted = Pick<NoteCase, "cameBy" | "said"> & { ownerId: string | null; contactId: string; due: Due };

async function open(ctx: Ctx, { cameBy, said, ownerId, contactId, due }: Noted): Promise<{ id: string }> {
  const id = newId(ctx.now.getTime());
  await ctx.db.insert(cases).values({
    ...{ workspaceId: ctx.workspaceId, id, contactId, cameBy, assigneeId: ownerId },
    ...{ openedAt: ctx.now, ...due },
  });
  await ctx.db.insert(caseOrigins).values({
    workspaceId: ctx.workspaceId,
    caseId: id,
    said,
    notedBy: memberId(ctx.actor),
    notedAt: ctx.now,
  });
  await addEvent(ctx, id, "opened", { cameBy, assigneeId: ownerId });
  if (ownerId && ownerId !== memberId(ctx.actor)) await alertAssignee(ctx, id, ownerId);
  ctx.nudge("cases", id);
  return { id };
}

type Customer = { id: string; teamId: string | null };

function customerOf(ctx: Ctx, { contactId, contact }: NoteCase): Promise<Customer> {
  if (contactId) return findCustomer(ctx, contactId);
  return beyondSight(ctx, async (beyond) => findCustomer(beyond, (await saveCaller(beyond, contact!)).id));
}

async function findCustomer(ctx: Ctx, id: string): Promise<Customer> {
  const [found] = await ctx.db
    .select({ id: contacts.id, teamId: contacts.teamId })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.id, id), isNull(contacts.erasedAt)));
  if (!found) throw notFound("contact");
  return found;
}

async function requireOwner(ctx: Ctx, ownerId: string): Promise<void> {
  const works = await ctx.db.$count(
    members,
    and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, ownerId)),
  );
  if (works === 0) throw invalid("ownerId", refusal("noColleague"));
}

async function dueOf(ctx: Ctx, teamId: string | null, said: string | undefined): Promise<Due> {
  const pace = await findPace(ctx, teamId, null);
  if (!said) return dueAfter(pace, ctx.now, pace.wholeMs);
  const dueAt = snoozeMoment(said, ctx.now, await timezoneOf(ctx));
  if (!dueAt) throw invalid("dueAt", refusal("timeWithinYear"));
  return dueAtChosen(pace, ctx.now, dueAt);
}
