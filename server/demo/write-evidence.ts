import { answerEvidence } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

const most = 3;
const dayMs = 86_400_000;

/** Some who were asked last and did not answer: a scanner opened the links of their mails. */
export async function writeEvidence(ctx: Ctx, unanswered: { invitationId: string; sentAt: Date }[]) {
  const scanned = unanswered.slice(0, most).map(({ invitationId, sentAt }, place) => {
    const at = new Date(Math.min(sentAt.getTime() + (place + 1) * 9_000, ctx.now.getTime() - dayMs));
    const requested = place === 0 ? [9] : [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    return {
      workspaceId: ctx.workspaceId,
      invitationId,
      score: requested.at(-1)!,
      requested,
      opened: requested.length,
      firstAt: at,
      lastAt: at,
      decoyAt: place === 0 ? null : at,
    };
  });
  if (scanned.length > 0) await ctx.db.insert(answerEvidence).values(scanned);
}
