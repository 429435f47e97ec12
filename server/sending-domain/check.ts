import type { Ctx } from "#server/context.ts";
import { requireDomain } from "./queries.ts";
import type { DomainId } from "./schema.ts";

/**
 * Has a worker ask DNS for a domain's records, soon; the page learns of it by itself.
 * @throws NOT_FOUND for a domain of another workspace.
 */
export async function checkDomain(ctx: Ctx, input: DomainId): Promise<void> {
  const { id } = await requireDomain(ctx, input.domainId);
  await ctx.queue.enqueue(ctx.db, "domain.check", { workspaceId: ctx.workspaceId, domainId: id });
}
