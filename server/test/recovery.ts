import { newId } from "#db/id.ts";
import { caseClosures, cases, recoveryAnswers, recoveryChecks, responses, teams } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { causeNamed } from "./causes.ts";
import { makeSurvey } from "./factories.ts";

type Answer = (typeof recoveryAnswers.$inferSelect)["answer"];

export async function makeTeam(ctx: Ctx, name: string): Promise<string> {
  const id = newId();
  await ctx.db.insert(teams).values({ workspaceId: ctx.workspaceId, id, name, createdAt: ctx.now });
  return id;
}

/** A closed case of which the customer was asked whether it is solved, and answered once for each of `answers`. */
export async function makeAnsweredCheck(
  ctx: Ctx,
  made: { answers: Answer[]; at?: Date; teamId?: string | null; causeId?: string },
): Promise<{ caseId: string; checkId: string }> {
  const { answers, at = ctx.now, teamId = null } = made;
  const causeId = made.causeId ?? (await causeNamed(ctx));
  const own = { workspaceId: ctx.workspaceId };
  const survey = await makeSurvey(ctx);
  const [responseId, caseId, closureId, checkId] = [newId(), newId(), newId(), newId()];
  await ctx.db.insert(responses).values({
    ...{ ...own, id: responseId, surveyId: survey.id, score: 2, teamId, evidence: "confirmed" },
    ...{ channel: "email", locale: "en", answeredAt: at, updatedAt: at },
  });
  await ctx.db
    .insert(cases)
    .values({ ...own, id: caseId, responseId, state: "closed", openedAt: at, dueAt: at });
  await ctx.db
    .insert(caseClosures)
    .values({ ...own, id: closureId, caseId, causeId, outcome: "Sent again", closedAt: at });
  await ctx.db
    .insert(recoveryChecks)
    .values({ ...own, id: checkId, caseId, closureId, dueAt: at, askedAt: at, expiresAt: at });
  for (const [place, answer] of answers.entries()) {
    const givenAt = new Date(at.getTime() + place * 1000);
    await ctx.db.insert(recoveryAnswers).values({ ...own, checkId, version: place + 1, answer, givenAt });
  }
  return { caseId, checkId };
}
