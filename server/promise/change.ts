import { and, eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { promiseChanges, promises } from "#db/schema/index.ts";
import { addEvent } from "#server/case/add-event.ts";
import { refreshPromised } from "#server/case/refresh-promised.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { showCase } from "#server/mention/show-case.ts";
import { refusal } from "#server/refusal.ts";
import { requireDayToCome, requireOpenPromise, requireOwner, requirePromise } from "./require.ts";
import type { MovePromise, PromiseId, WithdrawPromise } from "./schema.ts";

type Promised = typeof promises.$inferSelect;
type Kind = (typeof promiseChanges.$inferInsert)["kind"];
type Outcome = Partial<Pick<Promised, "dueOn" | "ownerId" | "endedAs" | "endedAt" | "endedBy">>;

/** Marks a promise as kept. @throws NOT_FOUND for one of another workspace, CONFLICT when it is open no longer. */
export async function keepPromise(ctx: Ctx, { promiseId }: PromiseId): Promise<void> {
  const promise = await requireOpenPromise(ctx, promiseId);
  await change(ctx, promise, "kept", ended(ctx, "kept"));
}

/**
 * Gives a promise another day, and another owner where one is named, for a reason.
 * @throws as keepPromise; INVALID for a day that is past or an owner who does not work here.
 */
export async function movePromise(ctx: Ctx, input: MovePromise): Promise<void> {
  await requireDayToCome(ctx, input.dueOn);
  if (input.ownerId) await requireOwner(ctx, input.ownerId);
  const promise = await requireOpenPromise(ctx, input.promiseId);
  const { dueOn, reason } = input;
  if (input.ownerId) await showCase(ctx, { caseId: promise.caseId, userId: input.ownerId, byId: promise.id });
  await change(ctx, promise, "moved", { dueOn, ownerId: input.ownerId ?? promise.ownerId }, reason);
}

/** Takes a promise back, for a reason. @throws as keepPromise. */
export async function withdrawPromise(ctx: Ctx, { promiseId, reason }: WithdrawPromise): Promise<void> {
  const promise = await requireOpenPromise(ctx, promiseId);
  await change(ctx, promise, "withdrawn", ended(ctx, "withdrawn"), reason);
}

/**
 * Makes a promise open again that was marked as kept or withdrawn; one that is open stays so.
 * @throws NOT_FOUND for one of another workspace, CONFLICT when its case has been closed since.
 */
export async function undoPromise(ctx: Ctx, { promiseId }: PromiseId): Promise<void> {
  const { promise, one } = await requirePromise(ctx, promiseId);
  if (!promise.endedAs) return;
  if (one.state === "closed") throw new DomainError("CONFLICT", refusal("promiseCaseClosed"));
  await change(ctx, promise, "undone", { endedAs: null, endedAt: null, endedBy: null });
}

const ended = (ctx: Ctx, endedAs: "kept" | "withdrawn"): Outcome => ({
  ...{ endedAs, endedAt: ctx.now, endedBy: memberId(ctx.actor) },
});

const eventOf = {
  kept: "promise_kept",
  moved: "promise_moved",
  withdrawn: "promise_withdrawn",
  undone: "promise_undone",
} as const;

async function change(ctx: Ctx, before: Promised, kind: Kind, to: Outcome, reason?: string): Promise<void> {
  const [after] = await ctx.db
    .update(promises)
    .set(to)
    .where(and(eq(promises.workspaceId, ctx.workspaceId), eq(promises.id, before.id)))
    .returning();
  const { dueOn, ownerId } = after!;
  const changeId = newId(ctx.now.getTime());
  await ctx.db.insert(promiseChanges).values({
    ...{ workspaceId: ctx.workspaceId, id: changeId, promiseId: before.id, kind, dueOn, ownerId, reason },
    ...{ changedAt: ctx.now, changedBy: memberId(ctx.actor) },
  });
  const moved: Record<string, string> = kind === "moved" ? { from: before.dueOn, to: dueOn } : {};
  await addEvent(ctx, before.caseId, eventOf[kind], { promiseId: before.id, changeId, ...moved });
  await refreshPromised(ctx, before.caseId);
}
