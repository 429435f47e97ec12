import { and, eq } from "drizzle-orm";
import { members, promises } from "#db/schema/index.ts";
import { findToday } from "#server/absence/queries.ts";
import { requireCase } from "#server/case/queries.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError, invalid, notFound } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { dayAfter } from "#server/working-time/rules.ts";

type Promised = typeof promises.$inferSelect;

const longestDays = 366;

/** The promise with this id, for this transaction alone, its case locked before it. @throws NOT_FOUND when it is not here. */
export async function requirePromise(ctx: Ctx, promiseId: string) {
  const here = and(eq(promises.workspaceId, ctx.workspaceId), eq(promises.id, promiseId));
  const [found] = await ctx.db.select({ caseId: promises.caseId }).from(promises).where(here);
  if (!found) throw notFound("promise");
  const one = await requireCase(ctx, found.caseId, { lock: true });
  const [promise] = await ctx.db.select().from(promises).where(here);
  if (!promise) throw notFound("promise");
  return { promise, one };
}

/** The same, while it is open. @throws CONFLICT when it is kept or withdrawn already. */
export async function requireOpenPromise(ctx: Ctx, promiseId: string): Promise<Promised> {
  const { promise } = await requirePromise(ctx, promiseId);
  if (promise.endedAs) {
    throw new DomainError("CONFLICT", refusal("promiseEnded", { ended: promise.endedAs }));
  }
  return promise;
}

/** @throws INVALID when a day is past, or more than a year off. */
export async function requireDayToCome(ctx: Ctx, dueOn: string): Promise<void> {
  const today = await findToday(ctx);
  if (dueOn < today) throw invalid("dueOn", refusal("dayPast"));
  if (dueOn > dayAfter(today, longestDays)) throw invalid("dueOn", refusal("dayWithinYear"));
}

/** @throws INVALID when this is nobody who works here. */
export async function requireOwner(ctx: Ctx, ownerId: string): Promise<void> {
  const works = await ctx.db.$count(
    members,
    and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, ownerId)),
  );
  if (works === 0) throw invalid("ownerId", refusal("noColleague"));
}
