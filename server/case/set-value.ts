import { eq, sql } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { everybodys } from "#server/live/events.ts";
import { refusal } from "#server/refusal.ts";
import type { SetValue } from "./schema.ts";
import { findValue } from "./value.ts";

/**
 * Says which attribute of contacts holds what a customer is worth (null: none does), and what is said after the number. The
 * cases that are not closed are put in order by it.
 * @throws INVALID at `attribute` when no customer has it.
 */
export async function setValue(ctx: Ctx, { attribute, unit }: SetValue): Promise<void> {
  if (attribute !== null) {
    const { attribute: set, attributes } = await findValue(ctx);
    if (attribute !== set && !attributes.includes(attribute))
      throw invalid("attribute", refusal("valueAttribute"));
  }
  const here = eq(workspaces.id, ctx.workspaceId);
  const told = { attribute: workspaces.valueAttribute, unit: workspaces.valueUnit };
  const [before] = await ctx.db.select(told).from(workspaces).where(here);
  const after = { attribute, unit: (attribute !== null && unit) || null };
  await ctx.db.update(workspaces).set({ valueAttribute: after.attribute, valueUnit: after.unit }).where(here);
  await recordAct(ctx, "settings.value_set", { before, after });
  await ctx.db.execute(sql`
    UPDATE cases SET worth = fresh.worth,
      pressed_at = CASE WHEN cases.soon_at <= ${ctx.now.toISOString()}::timestamptz THEN cases.soon_at END
    FROM (
      SELECT c.id, CASE WHEN ${attribute}::text IS NOT NULL
        THEN coalesce(svar_worth(p.attributes ->> ${attribute}::text), 0) END AS worth
      FROM cases c LEFT JOIN contacts p ON p.workspace_id = c.workspace_id AND p.id = c.contact_id
      WHERE c.workspace_id = ${ctx.workspaceId} AND c.state <> 'closed'
    ) AS fresh
    WHERE cases.workspace_id = ${ctx.workspaceId} AND cases.id = fresh.id
      AND cases.worth IS DISTINCT FROM fresh.worth`);
  ctx.nudge("cases", everybodys);
}
