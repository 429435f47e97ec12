import { and, eq, gte, isNull, sql } from "drizzle-orm";
import { caseEvents, cases, responses, responseVersions } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { findDecidingRule } from "#server/rule/decide.ts";
import type { Rule } from "#server/rule/queries.ts";
import { addEvent } from "./add-event.ts";
import { joinCase, openCase } from "./open.ts";
import { wakeForCustomer } from "./reopen.ts";
import { decideToOpen, type OpenDecision } from "./rules.ts";
import { requireSurviving } from "./surviving.ts";
import { thankOrNot } from "./thank-or-not.ts";

/**
 * Decides what an answer means for the dialogue and does it, once however often it is run: the first rule that fits it, as
 * it stands now, says whether a case opens, and what is done with it. An answer to an ask whose mail was replied to joins
 * that case, whatever the rules say. A changed answer is noted in the case that stands, a withdrawn one too; one that asks to be contacted now wakes it. Returns the decision.
 */
export async function considerCase(
  ctx: Ctx,
  input: { responseId: string; rules?: readonly Rule[] },
): Promise<OpenDecision> {
  const [answer] = await ctx.db
    .select({ response: responses, caseId: cases.id })
    .from(responses)
    .leftJoin(cases, and(eq(cases.workspaceId, responses.workspaceId), eq(cases.responseId, responses.id)))
    .where(and(eq(responses.workspaceId, ctx.workspaceId), eq(responses.id, input.responseId)));
  if (!answer) return { open: false, because: "gone" };

  const { response } = answer;
  const own = answer.caseId ?? (await joinCase(ctx, response));
  const caseId = own && (await requireSurviving(ctx, own)).id;
  const rule = caseId ? null : await findDecidingRule(ctx, response.id, input.rules);
  const opens = rule?.actions.opens ?? null;
  const decision = decideToOpen({ ...response, caseExists: caseId !== null, opens });
  await thankOrNot(ctx, response, decision, rule);
  if (decision.open && !response.contactId) return { open: false, because: "nobody_known" };
  if (decision.open) await openCase(ctx, { ...response, responseId: response.id, rule });
  else if (caseId && response.withdrawnAt) await noteWithdrawal(ctx, caseId, response.withdrawnAt);
  else if (caseId && response.version > 1) await noteChange(ctx, caseId, response);
  return decision;
}

/** The case stays open: somebody may still want to talk. Each withdrawal is noted once. */
async function noteWithdrawal(ctx: Ctx, caseId: string, withdrawnAt: Date): Promise<void> {
  const at = withdrawnAt.toISOString();
  const [noted] = await ctx.db
    .select({ id: caseEvents.id })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.workspaceId, ctx.workspaceId),
        eq(caseEvents.caseId, caseId),
        eq(caseEvents.kind, "withdrawn"),
        sql`${caseEvents.detail} ->> 'at' = ${at}`,
      ),
    );
  if (noted) return;
  await addEvent(ctx, caseId, "withdrawn", { at });
  ctx.nudge("cases", caseId);
}

/** A task may be run twice, so a change is noted once per version. */
async function noteChange(ctx: Ctx, caseId: string, response: typeof responses.$inferSelect): Promise<void> {
  const noted = await ctx.db
    .select({ detail: caseEvents.detail })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.workspaceId, ctx.workspaceId),
        eq(caseEvents.caseId, caseId),
        eq(caseEvents.kind, "score_changed"),
      ),
    );
  if (noted.some(({ detail }) => detail.version === response.version)) return;
  const known = Math.max(1, ...noted.map(({ detail }) => Number(detail.version)));
  const asks = response.contactBy !== null && (await hadNoWishSince(ctx, response.id, known));
  await addEvent(ctx, caseId, "score_changed", {
    version: response.version,
    score: response.score,
    ...(asks ? { contactBy: response.contactBy } : {}),
  });
  if (asks) await wakeForCustomer(ctx, { id: caseId }, "asked");
  ctx.nudge("cases", caseId);
}

/** Whether the answer did without a wish to be contacted in `version`, the last its case knows, or since. */
async function hadNoWishSince(ctx: Ctx, responseId: string, version: number): Promise<boolean> {
  const without = await ctx.db
    .select({ version: responseVersions.version })
    .from(responseVersions)
    .where(
      and(
        eq(responseVersions.workspaceId, ctx.workspaceId),
        eq(responseVersions.responseId, responseId),
        gte(responseVersions.version, version),
        isNull(responseVersions.contactBy),
      ),
    )
    .limit(1);
  return without.length > 0;
}
