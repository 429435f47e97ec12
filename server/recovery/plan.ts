import { eq } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { recoveryChecks, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { findObstacle } from "./find-obstacle.ts";
import { type Cancellation, checkDueAt } from "./rules.ts";

/** When the customer would be asked, were the case closed now, and why not; `off`: this workspace does not ask. */
export type Outlook = { dueAt: Date; obstacle: Cancellation | null } | "off";

/** What closing a case now would mean for its customer. Reads only. */
export async function lookAhead(ctx: Ctx, input: { caseId: string }): Promise<Outlook> {
  const [workspace] = await ctx.db
    .select({ days: workspaces.recoveryDays, timezone: workspaces.timezone })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  if (!workspace || workspace.days === 0) return "off";
  const dueAt = checkDueAt(ctx.now, workspace.days, workspace.timezone);
  return { dueAt, obstacle: await findObstacle(ctx, { ...input, at: dueAt }) };
}

/**
 * Plans the question whether a case that was just closed is solved. Returns when it is due, or null when the
 * customer is not to be asked.
 */
export async function planCheck(
  ctx: Ctx,
  input: { caseId: string; closureId: string },
): Promise<Date | null> {
  const outlook = await lookAhead(ctx, input);
  if (outlook === "off" || outlook.obstacle) return null;
  await ctx.db
    .insert(recoveryChecks)
    .values({ workspaceId: ctx.workspaceId, id: newId(ctx.now.getTime()), ...input, dueAt: outlook.dueAt });
  return outlook.dueAt;
}
