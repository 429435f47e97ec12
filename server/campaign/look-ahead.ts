import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { type Outlook, outlook } from "#server/invitation/queries.ts";
import { requireCampaign } from "./queries.ts";
import type { CampaignId } from "./schema.ts";

/** `unknown`: addresses of the audience that no contact has, the first few of `unknownTotal`. */
export type Ahead = Outlook & { unknown: string[]; unknownTotal: number };

/**
 * Who would be asked if the campaign were sent now, and who not and why.
 * @throws NOT_FOUND for a campaign of another workspace.
 */
export async function lookAhead(ctx: Ctx, input: CampaignId): Promise<Ahead> {
  const campaign = await requireCampaign(ctx, input.id);
  const { audience } = campaign;
  const seen = await outlook(ctx, campaign);
  const unknown =
    "emails" in audience && !ctx.sight ? await addressesWithoutContact(ctx, audience.emails) : [];
  return { ...seen, unknown: unknown.slice(0, 20), unknownTotal: unknown.length };
}

async function addressesWithoutContact(ctx: Ctx, emails: string[]): Promise<string[]> {
  const rows = await ctx.db.execute<{ address: string }>(sql`
    SELECT address FROM jsonb_array_elements_text(${JSON.stringify(emails)}::jsonb) AS written(address)
    WHERE NOT EXISTS (
      SELECT FROM contacts WHERE workspace_id = ${ctx.workspaceId} AND email_key = written.address)`);
  return rows.map((row) => row.address);
}
