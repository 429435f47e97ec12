import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import type { UpdateYouSaid } from "./schema.ts";

/** Says in mails and thanks from now on what was done because customers said so; nothing in languages that are empty. */
export async function updateYouSaid(ctx: Ctx, { youSaid }: UpdateYouSaid): Promise<void> {
  const written = Object.entries(youSaid).filter((entry): entry is [string, string] => Boolean(entry[1]));
  await ctx.db
    .update(workspaces)
    .set({ youSaid: Object.fromEntries(written) })
    .where(eq(workspaces.id, ctx.workspaceId));
  await recordAct(ctx, "settings.said_changed", { after: { languages: written.map(([locale]) => locale) } });
}
