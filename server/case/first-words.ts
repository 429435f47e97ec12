import { and, asc, eq, isNull } from "drizzle-orm";
import { caseMessages } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** What a customer wrote first in a case, which is what it is about where there is no answer yet; null for nothing. */
export async function firstWords(ctx: Ctx, caseId: string): Promise<string | null> {
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
