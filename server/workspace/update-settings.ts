import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import { translateCauses } from "#server/cause/suggest.ts";
import type { Ctx } from "#server/context.ts";
import type { UpdateSettings } from "./schema.ts";

/**
 * Changes what holds for the whole workspace. An empty postal address is none. In another time zone answers
 * fall on other days, so they are counted anew; in another language the suggested causes have other names. Returns the row.
 */
export async function updateSettings(ctx: Ctx, input: UpdateSettings) {
  const [before] = await ctx.db.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId));
  if (before?.timezone !== input.timezone) {
    await ctx.queue.enqueue(ctx.db, "response.recount", { workspaceId: ctx.workspaceId });
  }
  if (before?.locale !== input.locale) await translateCauses(ctx, input.locale);
  const [row] = await ctx.db
    .update(workspaces)
    .set({
      name: input.name,
      locale: input.locale,
      timezone: input.timezone,
      postalAddress: input.postalAddress || null,
      gapAnyDays: input.gapAnyDays,
      gapTouchpointDays: input.gapTouchpointDays,
      gapRelationshipDays: input.gapRelationshipDays,
      caseDueHours: input.caseDueHours,
      recoveryDays: input.recoveryDays,
      confirmedOnly: input.confirmedOnly,
      asksToQuote: input.asksToQuote,
    })
    .where(eq(workspaces.id, ctx.workspaceId))
    .returning();
  const change = { before: before && factsOf(before), after: factsOf(row!) };
  await recordAct(ctx, "settings.changed", { label: row!.name, ...change });
  return row!;
}

function factsOf(row: typeof workspaces.$inferSelect) {
  const { name, locale, timezone, postalAddress, gapAnyDays, gapTouchpointDays } = row;
  const { gapRelationshipDays, caseDueHours, recoveryDays, confirmedOnly, asksToQuote } = row;
  return {
    ...{ name, locale, timezone, postalAddress, gapAnyDays, gapTouchpointDays, gapRelationshipDays },
    ...{ caseDueHours, recoveryDays, confirmedOnly, asksToQuote },
  };
}
