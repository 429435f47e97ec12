import { and, eq, inArray } from "drizzle-orm";
import { promiseMails, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { findWorkingTime } from "#server/working-time/queries.ts";
import { listDuePromises } from "./list-due.ts";
import { morningOf } from "./morning.ts";

/**
 * Tells by mail those who have something to keep, on working days from when work begins in the workspace: promises that are
 * overdue, due today, or due before the next working day. Each is told once a day, however many workers do this, and only
 * when there is something. Returns how many mails were made.
 */
export async function tellDuePromises(ctx: Ctx): Promise<number> {
  const morning = morningOf(await findWorkingTime(ctx, null), ctx.now);
  if (!morning) return 0;
  const told = new Set((await listDuePromises(ctx, morning.until)).flatMap(({ tellIds }) => tellIds));
  if (told.size === 0) return 0;
  const people = await ctx.db
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(inArray(users.id, [...told]))
    .orderBy(users.id);
  let made = 0;
  for (const person of people) if (await tell(ctx, person, morning)) made += 1;
  return made;
}

type Person = { id: string; email: string };

async function tell(ctx: Ctx, { id, email }: Person, { day, until }: { day: string; until: string }) {
  const own = { workspaceId: ctx.workspaceId, userId: id, day };
  const [first] = await ctx.db
    .insert(promiseMails)
    .values({ ...own, madeAt: ctx.now })
    .onConflictDoNothing()
    .returning({ day: promiseMails.day });
  if (!first) return false;
  const mail = await enqueueMail(ctx, {
    kind: "promises_due",
    toAddress: email,
    dedupeKey: `promises_due:${id}:${day}`,
    payload: { userId: id, day, until },
  });
  await ctx.db
    .update(promiseMails)
    .set({ mailId: mail?.id ?? null })
    .where(
      and(
        eq(promiseMails.workspaceId, ctx.workspaceId),
        eq(promiseMails.userId, id),
        eq(promiseMails.day, day),
      ),
    );
  return true;
}
