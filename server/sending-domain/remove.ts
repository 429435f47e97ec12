import { and, eq } from "drizzle-orm";
import { sendingDomains } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { requireDomain } from "./queries.ts";
import type { DomainId } from "./schema.ts";

/**
 * Takes a workspace's domain away, its keys with it: from now on its mail comes from the platform's own address.
 * @throws NOT_FOUND for a domain of another workspace.
 */
export async function removeDomain(ctx: Ctx, input: DomainId): Promise<void> {
  const { id, domain } = await requireDomain(ctx, input.domainId);
  await ctx.db
    .delete(sendingDomains)
    .where(and(eq(sendingDomains.workspaceId, ctx.workspaceId), eq(sendingDomains.id, id)));
  await recordAct(ctx, "settings.domain_removed", { id, label: domain });
  ctx.nudge("domains", id);
}
