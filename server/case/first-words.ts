import { and, asc, eq, isNull } from "drizzle-orm";
import { caseMessages, caseOrigins } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** What a customer said or wrote first in a case, which is what it is about where there is no answer; null for nothing. */
export async function firstWords(ctx: Ctx, caseId: string): Promise<string | null> {
  const [origin] = await ctx.db
    .select({ said: caseOrigins.said })
    .from(caseOrigins)
    .where(and(eq(caseOrigins.workspaceId, ctx.workspaceId), eq(caseOrigins.caseId, caseId)));
  if (origin) return origin.said;
  const [first] = await ctx.db
    .select({ text: caseMessages.text })
    .from(caseMessages)
    .where(
      and(
        eq(caseMessages.workspaceId, ctx.workspaceId),
        eq(caseMessages.caseId, caseId),
        eq(caseMessages.direction, "in"),
        eq(caseMessages.automatic, false),
        isNull(caseMessages.setAside),
      ),
    )
    .orderBy(asc(caseMessages.at))
    .limit(1);
  return first?.text ?? null;
}
