import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { firstNameOf } from "#server/invitation/rules.ts";
import { findLaw } from "#server/legal/queries.ts";
import { listTemplatesEver } from "#server/template/queries.ts";
import { type Customer, findCustomers } from "./find-customers.ts";
import { composeLetter, type Letter, type Omission, omissionOf } from "./rules.ts";
import type { Thanks } from "./schema.ts";

/** What a customer would be sent for an answer now, or why nothing. */
type Assessed = { customer: Customer; letter: Letter } | { because: Omission };

/**
 * For each of these answers what `thanks` would send for it now, or what stands against it; the trial and sending both go
 * by this. An answer that is not in this workspace is not among them. Reads only.
 */
export async function assessThanks(
  ctx: Ctx,
  thanks: Thanks,
  responseIds: readonly string[],
): Promise<Map<string, Assessed>> {
  const customers = await findCustomers(ctx, responseIds);
  if (customers.length === 0) return new Map();
  const law = await findLaw(ctx);
  const templates = await listTemplatesEver(ctx);
  const [workspace] = await ctx.db
    .select({ name: workspaces.name })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const assess = (customer: Customer): Assessed => {
    const because = omissionOf(customer, law);
    if (because) return { because };
    const { language, name, company, score } = customer;
    const letter = composeLetter(thanks, templates, {
      language,
      values: {
        ...{ first_name: firstNameOf(name), name, company },
        ...{ score: String(score), workspace: workspace!.name },
      },
    });
    return typeof letter === "string" ? { because: letter } : { customer, letter };
  };
  return new Map(customers.map((customer) => [customer.responseId, assess(customer)]));
}
