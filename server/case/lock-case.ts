import { and, eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";

/**
 * The case with this id, which nobody else changes until the transaction ends. Whatever takes more than one lock in a
 * dialogue takes this one first.
 * @throws NOT_FOUND when it is not in this workspace.
 */
export async function lockCase(ctx: Ctx, caseId: string): Promise<typeof cases.$inferSelect> {
  const [one] = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, caseId)))
    .for("update");
  if (!one) throw notFound("case");
  return one;
}
