import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { promises } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";

/** The promises of these cases that are neither kept nor withdrawn, the first due first. */
export function listOpenPromises(ctx: Ctx, { caseIds }: { caseIds: readonly string[] }) {
  return ctx.db
    .select({
      id: promises.id,
      caseId: promises.caseId,
      text: promises.text,
      dueOn: promises.dueOn,
      ownerId: promises.ownerId,
    })
    .from(promises)
    .where(
      and(
        eq(promises.workspaceId, ctx.workspaceId),
        inArray(promises.caseId, [...caseIds]),
        isNull(promises.endedAt),
      ),
    )
    .orderBy(asc(promises.dueOn), asc(promises.id));
}

/** @throws CONFLICT while a promise of the case is open, naming the first one and the ways out. */
export async function requireNoOpenPromise(ctx: Ctx, caseId: string): Promise<void> {
  const [first, ...others] = await listOpenPromises(ctx, { caseIds: [caseId] });
  if (!first) return;
  throw new DomainError(
    "CONFLICT",
    refusal("promiseOpen", { text: first.text, day: first.dueOn, more: others.length }),
    "promises",
  );
}
