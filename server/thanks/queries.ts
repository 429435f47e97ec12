import { and, eq } from "drizzle-orm";
import { caseRuleChanges, outboundMails, thankYous } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { thanksStateOf } from "./rules.ts";
import type { OfAnswer } from "./schema.ts";

/**
 * How it stands with the thanks for an answer, by which rule, and whether it asks to pass the company on; null where no
 * rule thanks for it, and for an answer of another workspace.
 */
export async function findThanks(ctx: Ctx, { responseId }: OfAnswer) {
  const [row] = await ctx.db
    .select({
      thanks: thankYous,
      rule: caseRuleChanges.name,
      mail: { state: outboundMails.state, sentAt: outboundMails.sentAt, lastText: outboundMails.lastText },
    })
    .from(thankYous)
    .innerJoin(
      caseRuleChanges,
      and(
        eq(caseRuleChanges.workspaceId, thankYous.workspaceId),
        eq(caseRuleChanges.ruleId, thankYous.ruleId),
        eq(caseRuleChanges.version, thankYous.ruleVersion),
      ),
    )
    .leftJoin(
      outboundMails,
      and(eq(outboundMails.workspaceId, thankYous.workspaceId), eq(outboundMails.id, thankYous.mailId)),
    )
    .where(and(eq(thankYous.workspaceId, ctx.workspaceId), eq(thankYous.responseId, responseId)));
  if (!row) return null;
  const { thanks, rule, mail } = row;
  return { ...thanksStateOf(thanks, mail), rule, asks: thanks.ask !== null };
}
