import { and, desc, eq } from "drizzle-orm";
import { caseMessages } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** What a customer wrote last in a case, by their own hand; null for nothing. */
export async function lastWords(ctx: Ctx, caseId: string): Promise<string | null> {
  const [last] = await ctx.db
    .select({ text: caseMessages.text })
    .from(caseMessages)
    .where(
      and(
        eq(caseMessages.workspaceId, ctx.workspaceId),
        eq(caseMessages.caseId, caseId),
        eq(caseMessages.direction, "in"),
        eq(caseMessages.automatic, false),
        eq(caseMessages.knownSender, true),
      ),
    )
    .orderBy(desc(caseMessages.at))
    .limit(1);
  return last?.text ?? null;
}
