import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import { listOffered } from "#server/cause/queries.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { listTags } from "#server/tag/queries.ts";
import { getAfterClosing } from "./after-closing.ts";
import { findLastClosing } from "./last-closing.ts";
import { colleaguesOf } from "./queries.ts";

/** What the pages of cases know, whichever case they show: who can have one, what it can be closed with, the clocks, and the
 * acting member's habits. */
export async function getCaseFrame(ctx: Ctx) {
  const [workspace] = await ctx.db
    .select({ timezone: workspaces.timezone, recoveryDays: workspaces.recoveryDays })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const causes = await listOffered(ctx);
  return {
    timezone: workspace!.timezone,
    /** Whether customers are asked some days later whether it is solved. */
    asksRecovery: workspace!.recoveryDays > 0,
    me: memberId(ctx.actor),
    mayAct: ctx.actor.kind === "member" && ctx.actor.role !== "viewer",
    colleagues: (await colleaguesOf(ctx)).map(({ id, name }) => ({ id, name })),
    tags: (await listTags(ctx)).map(({ name }) => name),
    causes,
    lastClosing: await findLastClosing(ctx, causes),
    afterClosing: await getAfterClosing(ctx),
  };
}
