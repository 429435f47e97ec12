import { dataProtectionContacts } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { getDataProtection } from "./queries.ts";
import type { SetDataProtection } from "./schema.ts";

/** Changes whom customers turn to about their data. It stands in mails from now on, on their pages and in what they download. */
export async function setDataProtection(ctx: Ctx, input: SetDataProtection): Promise<void> {
  const before = await getDataProtection(ctx);
  const change = { ...input, setAt: ctx.now, setBy: memberId(ctx.actor) };
  await ctx.db
    .insert(dataProtectionContacts)
    .values({ workspaceId: ctx.workspaceId, ...change })
    .onConflictDoUpdate({ target: dataProtectionContacts.workspaceId, set: change });
  await recordAct(ctx, "privacy.contact_set", { before, after: await getDataProtection(ctx) });
}
