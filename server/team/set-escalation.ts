import { eq } from "drizzle-orm";
import { workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import type { SetEscalation } from "./schema.ts";

/** Says when leads are told of overdue answers: of cases that open or come back from now on; turned off, of none at all. */
export async function setEscalation(ctx: Ctx, { minutes }: SetEscalation): Promise<void> {
  await ctx.db
    .update(workspaces)
    .set({ escalateAfterMinutes: minutes })
    .where(eq(workspaces.id, ctx.workspaceId));
}
