import { and, eq } from "drizzle-orm";
import { companyDomains } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { requireCompanyDomain } from "./queries.ts";
import { isProven } from "./rules.ts";
import type { CompanyDomainId } from "./schema.ts";

/**
 * Writes down which texts DNS has where the proof of a domain must stand: from now on it is proven, or is not any more. A
 * DNS that could not be asked (null) changes nothing. @throws NOT_FOUND like `checkCompanyDomain`.
 */
export async function noteProof(
  ctx: Ctx,
  input: CompanyDomainId & { texts: string[] | null },
): Promise<void> {
  const before = await requireCompanyDomain(ctx, input.companyDomainId);
  const proven = input.texts ? isProven(before.proof, input.texts) : before.provenAt !== null;
  const lost = before.provenAt !== null && !proven;
  await ctx.db
    .update(companyDomains)
    .set({
      checkedAt: ctx.now,
      ...(proven ? { provenAt: before.provenAt ?? ctx.now, lostAt: null } : {}),
      ...(lost ? { provenAt: null, lostAt: ctx.now } : {}),
    })
    .where(and(eq(companyDomains.workspaceId, ctx.workspaceId), eq(companyDomains.id, before.id)));
  const told = { id: before.id, label: before.domain };
  if (proven && !before.provenAt) await recordAct(ctx, "settings.company_domain_proven", told);
  if (lost) await recordAct(ctx, "settings.company_domain_lost", told);
  ctx.nudge("domains", before.id);
}
