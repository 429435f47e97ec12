import { and, eq } from "drizzle-orm";
import { invitations, responses, surveys, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** What the answer page needs to know of an invitation: the survey's words, who asks, and what was answered before. */
export type Asked = {
  surveyId: string;
  /** Changes whenever the words of the page do. */
  wordsVersion: string;
  texts: Record<string, Record<string, string>>;
  companyName: string;
  locale: string;
  timezone: string;
  expired: boolean;
  answered: { score: number; comment: string | null; at: Date } | null;
};

/** The invitation a link's token names, in one query, or null when it is gone. Reads only. */
export async function findAsked(ctx: Ctx, number: number): Promise<Asked | null> {
  const [row] = await ctx.db
    .select({
      surveyId: surveys.id,
      surveyUpdatedAt: surveys.updatedAt,
      texts: surveys.texts,
      companyName: workspaces.name,
      locale: invitations.locale,
      timezone: workspaces.timezone,
      expiresAt: invitations.expiresAt,
      score: responses.score,
      comment: responses.comment,
      at: responses.updatedAt,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .innerJoin(surveys, and(eq(surveys.workspaceId, invitations.workspaceId), eq(surveys.id, invitations.surveyId)))
    .leftJoin(
      responses,
      and(eq(responses.workspaceId, invitations.workspaceId), eq(responses.invitationId, invitations.id)),
    )
    .where(and(eq(invitations.workspaceId, ctx.workspaceId), eq(invitations.number, number)));
  if (!row) return null;
  const { surveyUpdatedAt, expiresAt, score, comment, at, ...asked } = row;
  return {
    ...asked,
    wordsVersion: `${surveyUpdatedAt.getTime()}/${row.companyName}`,
    expired: expiresAt <= ctx.now,
    answered: score === null ? null : { score, comment, at: at! },
  };
}
