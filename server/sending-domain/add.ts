import { newId } from "#db/id.ts";
import { sendingDomains } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { checkDomain } from "./check.ts";
import { makeKey } from "./make-key.ts";
import { domainName } from "./rules.ts";
import { AddDomain } from "./schema.ts";

const returnLabel = "bounce";

/**
 * Gives the workspace a sender domain of its own with a key to sign with, and has DNS asked for it. Mail comes from it
 * once its records are right. Returns its id.
 * @throws INVALID for what is no domain or is the platform's own, CONFLICT when there is one already.
 */
export async function addDomain(ctx: Ctx, asked: AddDomain): Promise<{ id: string }> {
  const { fromLocal, domain: written } = AddDomain.parse(asked);
  const domain = domainName(written);
  if (!domain) throw invalid("domain", refusal("domainForm"));
  const ours = ctx.site.mailDomain.toLowerCase();
  if (domain === ours || domain.endsWith(`.${ours}`)) {
    throw invalid("domain", refusal("domainOurs"));
  }
  const [row] = await ctx.db
    .insert(sendingDomains)
    .values({
      ...{ domain, fromLocal, returnLabel },
      workspaceId: ctx.workspaceId,
      id: newId(ctx.now.getTime()),
      createdBy: memberId(ctx.actor),
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ id: sendingDomains.id });
  if (!row) {
    throw new DomainError("CONFLICT", refusal("domainThere"));
  }
  await recordAct(ctx, "settings.domain_added", { id: row.id, label: domain, after: { fromLocal } });
  await makeKey(ctx, row.id, []);
  await checkDomain(ctx, { domainId: row.id });
  return row;
}
