import { and, eq, inArray, isNull } from "drizzle-orm";
import { cases, responses } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { joinCase, openCase } from "./open.ts";
import type { OpenCases } from "./schema.ts";

/**
 * Opens a case for each of these answers that has none, assigned to who acts. Returns the cases opened (or joined,
 * where the customer's reply to the ask had opened one), how many answers had one already, and of how many nobody is
 * known who could be answered. Withdrawn answers and those of other workspaces are passed over.
 */
export async function openCasesByHand(
  ctx: Ctx,
  input: OpenCases,
): Promise<{ opened: string[]; there: number; nobody: number }> {
  const found = await ctx.db
    .select({ response: responses, caseId: cases.id })
    .from(responses)
    .leftJoin(cases, and(eq(cases.workspaceId, responses.workspaceId), eq(cases.responseId, responses.id)))
    .where(
      and(
        eq(responses.workspaceId, ctx.workspaceId),
        inArray(responses.id, input.responseIds),
        isNull(responses.withdrawnAt),
      ),
    );
  const opened: string[] = [];
  const without = found.filter(({ caseId }) => caseId === null).map(({ response }) => response);
  for (const answer of without) {
    if (!answer.contactId) continue;
    const { id: responseId, invitationId, contactId, score, sample } = answer;
    const about = { responseId, invitationId, contactId, score, sample, employee: null };
    const one =
      (await joinCase(ctx, answer)) ??
      (await openCase(ctx, { ...about, assigneeId: memberId(ctx.actor) }))?.id;
    if (one) opened.push(one);
  }
  const nobody = without.filter(({ contactId }) => contactId === null).length;
  return { opened, there: found.length - nobody - opened.length, nobody };
}
