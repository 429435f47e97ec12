import type { Ctx } from "#server/context.ts";
import { requireCompanyDomain } from "./queries.ts";
import type { CompanyDomainId } from "./schema.ts";

/** Has a worker ask DNS, soon. @throws NOT_FOUND for a domain of another workspace. */
export async function checkCompanyDomain(ctx: Ctx, input: CompanyDomainId): Promise<void> {
  const { id: companyDomainId } = await requireCompanyDomain(ctx, input.companyDomainId);
  await ctx.queue.enqueue(ctx.db, "company-domain.check", { workspaceId: ctx.workspaceId, companyDomainId });
}
