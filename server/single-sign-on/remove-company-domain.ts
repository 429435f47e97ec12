import { and, eq } from "drizzle-orm";
import { companyDomains } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { requireCompanyDomain } from "./queries.ts";
import type { CompanyDomainId } from "./schema.ts";

/** Takes a domain out of the list: who has an address there signs in as before. @throws NOT_FOUND like `checkCompanyDomain`. */
export async function removeCompanyDomain(ctx: Ctx, input: CompanyDomainId): Promise<void> {
  const { id, domain } = await requireCompanyDomain(ctx, input.companyDomainId);
  await ctx.db
    .delete(companyDomains)
    .where(and(eq(companyDomains.workspaceId, ctx.workspaceId), eq(companyDomains.id, id)));
  await recordAct(ctx, "settings.company_domain_removed", { id, label: domain });
  ctx.nudge("domains", id);
}
