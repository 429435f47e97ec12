import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { promises } from "#db/schema/index.ts";
import { addEvent } from "#server/case/add-event.ts";
import { requireCase } from "#server/case/queries.ts";
import { refreshPromised } from "#server/case/refresh-promised.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { showCase } from "#server/mention/show-case.ts";
import { refusal } from "#server/refusal.ts";
import { requireDayToCome, requireOwner } from "./require.ts";
import type { MakePromise } from "./schema.ts";

const mostOpen = 20;

/**
 * Notes what was promised to the customer of a case, for a day and by somebody who keeps it: whoever notes it, unless
 * another one is named, who sees the case from then on. Returns its id.
 * @throws NOT_FOUND for a case of another workspace, CONFLICT when it is closed, INVALID for a day that is past or an
 * owner who does not work here, LIMIT_REACHED with twenty open ones.
 */
export async function makePromise(ctx: Ctx, input: MakePromise): Promise<{ id: string }> {
  await requireDayToCome(ctx, input.dueOn);
  const ownerId = input.ownerId ?? memberId(ctx.actor);
  if (ownerId) await requireOwner(ctx, ownerId);
  const one = await requireCase(ctx, input.caseId, { lock: true });
  if (one.state === "closed") throw new DomainError("CONFLICT", refusal("promiseClosed"));
  await requireRoom(ctx, one.id);

  const id = newId(ctx.now.getTime());
  const { text, dueOn } = input;
  await ctx.db.insert(promises).values({
    ...{ workspaceId: ctx.workspaceId, id, caseId: one.id, text, dueOn, ownerId },
    ...{ madeAt: ctx.now, madeBy: memberId(ctx.actor) },
  });
  if (ownerId) await showCase(ctx, { caseId: one.id, userId: ownerId, byId: id });
  await addEvent(ctx, one.id, "promised", { promiseId: id, dueOn, ownerId });
  await refreshPromised(ctx, one.id);
  return { id };
}

async function requireRoom(ctx: Ctx, caseId: string): Promise<void> {
  const open = await ctx.db.$count(
    promises,
    and(eq(promises.workspaceId, ctx.workspaceId), eq(promises.caseId, caseId), isNull(promises.endedAt)),
  );
  if (open < mostOpen) return;
  throw new DomainError("LIMIT_REACHED", refusal("promisesMost", { count: mostOpen }));
}
