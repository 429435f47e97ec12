import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { companyDomains } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { domainName } from "#server/sending-domain/rules.ts";
import { checkCompanyDomain } from "./check-company-domain.ts";
import type { AddCompanyDomain } from "./schema.ts";

const mostDomains = 50;

/**
 * Names a domain of the company's, which counts once DNS shows that it is. Returns its id.
 * @throws INVALID for what is no domain, CONFLICT for one that is named already, LIMIT_REACHED at fifty.
 */
export async function addCompanyDomain(ctx: Ctx, input: AddCompanyDomain): Promise<{ id: string }> {
  const domain = domainName(input.domain);
  if (!domain) throw invalid("domain", refusal("domainForm"));
  if ((await ctx.db.$count(companyDomains, eq(companyDomains.workspaceId, ctx.workspaceId))) >= mostDomains)
    throw new DomainError("LIMIT_REACHED", refusal("companyDomainsMany", { most: mostDomains }));
  const [row] = await ctx.db
    .insert(companyDomains)
    .values({
      ...{ workspaceId: ctx.workspaceId, id: newId(ctx.now.getTime()), domain },
      ...{ proof: `svar-domain=${randomBytes(20).toString("hex")}`, addedAt: ctx.now },
      addedBy: memberId(ctx.actor),
    })
    .onConflictDoNothing()
    .returning({ id: companyDomains.id });
  if (!row) throw new DomainError("CONFLICT", refusal("companyDomainListed", { domain }), "domain");
  await recordAct(ctx, "settings.company_domain_added", { id: row.id, label: domain });
  await checkCompanyDomain(ctx, { companyDomainId: row.id });
  return row;
}
