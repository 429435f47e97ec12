import { and, asc, eq, sql } from "drizzle-orm";
import {
  caseClosures,
  cases,
  outboundMails,
  recoveryAnswers,
  recoveryChecks,
  responses,
} from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { lookAhead } from "./plan.ts";
import { checkStateOf } from "./rules.ts";
import type { OfCase } from "./schema.ts";

/**
 * What a case's page says of recovery: what closing it now would mean, every check with how it stands and what was
 * answered, oldest first, and the score that the customer gave next after the last closing, with the one before.
 * @throws NOT_FOUND for a case of another workspace.
 */
export async function getRecovery(ctx: Ctx, input: OfCase) {
  const [one] = await ctx.db
    .select({ contactId: cases.contactId, responseId: cases.responseId })
    .from(cases)
    .where(and(eq(cases.workspaceId, ctx.workspaceId), eq(cases.id, input.caseId)));
  if (!one) throw notFound("case");
  const { checks, answers } = await checksOf(ctx, input.caseId);
  return {
    outlook: await lookAhead(ctx, input),
    checks: checks.map(({ check, mail, closedAt }) => {
      const given = answers.filter(({ checkId }) => checkId === check.id);
      const facts = { ...check, mail, answered: given.length > 0 };
      return { ...check, closedAt, answers: given, state: checkStateOf(facts, ctx.now) };
    }),
    next: await nextScore(ctx, input.caseId, one),
  };
}

async function checksOf(ctx: Ctx, caseId: string) {
  const ofCase = and(eq(recoveryChecks.workspaceId, ctx.workspaceId), eq(recoveryChecks.caseId, caseId));
  const checks = await ctx.db
    .select({ check: recoveryChecks, mail: outboundMails.state, closedAt: caseClosures.closedAt })
    .from(recoveryChecks)
    .innerJoin(
      caseClosures,
      and(
        eq(caseClosures.workspaceId, recoveryChecks.workspaceId),
        eq(caseClosures.id, recoveryChecks.closureId),
      ),
    )
    .leftJoin(
      outboundMails,
      and(
        eq(outboundMails.workspaceId, recoveryChecks.workspaceId),
        eq(outboundMails.id, recoveryChecks.mailId),
      ),
    )
    .where(ofCase)
    .orderBy(asc(recoveryChecks.number));
  const answers = await ctx.db
    .select({
      checkId: recoveryAnswers.checkId,
      answer: recoveryAnswers.answer,
      comment: recoveryAnswers.comment,
      version: recoveryAnswers.version,
      givenAt: recoveryAnswers.givenAt,
    })
    .from(recoveryAnswers)
    .innerJoin(
      recoveryChecks,
      and(
        eq(recoveryChecks.workspaceId, recoveryAnswers.workspaceId),
        eq(recoveryChecks.id, recoveryAnswers.checkId),
      ),
    )
    .where(ofCase)
    .orderBy(recoveryAnswers.version);
  return { checks, answers };
}

type OfCustomer = { contactId: string | null; responseId: string | null };

/** The customer's first answer to an ordinary question after the case was closed last; null until there is one. */
async function nextScore(ctx: Ctx, caseId: string, { contactId, responseId }: OfCustomer) {
  if (!contactId) return null;
  const closedAt = sql`(SELECT max(${caseClosures.closedAt}) FROM ${caseClosures}
    WHERE ${caseClosures.workspaceId} = ${ctx.workspaceId} AND ${caseClosures.caseId} = ${caseId})`;
  const [next] = await ctx.db
    .select({ score: responses.score, answeredAt: responses.answeredAt })
    .from(responses)
    .where(
      and(
        eq(responses.workspaceId, ctx.workspaceId),
        eq(responses.contactId, contactId),
        responses.counts,
        sql`${responses.answeredAt} > ${closedAt}`,
        responseId ? sql`${responses.id} <> ${responseId}` : undefined,
      ),
    )
    .orderBy(responses.answeredAt)
    .limit(1);
  if (!next) return null;
  const [before] = responseId
    ? await ctx.db
        .select({ score: responses.score })
        .from(responses)
        .where(and(eq(responses.workspaceId, ctx.workspaceId), eq(responses.id, responseId)))
    : [];
  return { ...next, before: before?.score ?? null };
}
