import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { caseClosures } from "#db/schema/index.ts";
import type { NamedCause } from "#server/cause/rules.ts";
import { type Ctx, memberId } from "#server/context.ts";

/** With which of the `offered` causes and with what outcome the acting member closed a case last; null before that. */
export async function findLastClosing(
  ctx: Ctx,
  offered: readonly NamedCause[],
): Promise<{ causeId: string; outcome: string } | null> {
  const userId = memberId(ctx.actor);
  if (!userId || offered.length === 0) return null;
  const [last] = await ctx.db
    .select({ causeId: caseClosures.causeId, outcome: caseClosures.outcome })
    .from(caseClosures)
    .where(
      and(
        eq(caseClosures.workspaceId, ctx.workspaceId),
        eq(caseClosures.closedBy, userId),
        ne(caseClosures.outcome, ""),
        inArray(
          caseClosures.causeId,
          offered.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(desc(caseClosures.closedAt))
    .limit(1);
  return last?.causeId ? { causeId: last.causeId, outcome: last.outcome } : null;
}
