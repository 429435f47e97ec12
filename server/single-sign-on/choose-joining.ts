import { eq } from "drizzle-orm";
import { identityProviders } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { requireProvider } from "./queries.ts";
import type { ChooseJoining } from "./schema.ts";

/**
 * Says as what people join who come by the provider and were not invited.
 * @throws CONFLICT without a provider.
 */
export async function chooseJoining(ctx: Ctx, { role }: ChooseJoining): Promise<void> {
  const { joinsAs, issuer } = await requireProvider(ctx);
  await ctx.db
    .update(identityProviders)
    .set({ joinsAs: role })
    .where(eq(identityProviders.workspaceId, ctx.workspaceId));
  await recordAct(ctx, "settings.provider_joining", {
    label: issuer,
    before: { joinsAs },
    after: { joinsAs: role },
  });
}
