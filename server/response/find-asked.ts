import { runPrepared } from "#db/prepared.ts";
import type { Ctx } from "#server/context.ts";

/** What the answer page needs to know of an invitation: the survey's words, who asks, and what was answered. */
export type Asked = {
  surveyId: string;
  /** Another one whenever words of the page may have changed; texts themselves are read by `findTexts`. */
  words: string;
  companyName: string;
  locale: string;
  timezone: string;
  expiresAt: Date;
  answered: { score: number; comment: string | null; at: Date } | null;
};

/** The invitation that a link's token names, or null when it is gone or its time is over. Reads only. */
export async function findAsked(ctx: Ctx, invitationNumber: number): Promise<Asked | null> {
  const [row] = await runPrepared<Row>(ctx.db, asked, [ctx.workspaceId, invitationNumber]);
  if (!row) return null;
  const { expires, score, comment, at, ...rest } = row;
  const expiresAt = new Date(expires);
  if (expiresAt <= ctx.now) return null;
  return {
    ...rest,
    expiresAt,
    answered: score === null || at === null ? null : { score, comment, at: new Date(at) },
  };
}

/** The company's own words for a survey, per language. */
export async function findTexts(ctx: Ctx, surveyId: string): Promise<Record<string, Record<string, string>>> {
  const [row] = await runPrepared<{ texts: Record<string, Record<string, string>> }>(
    ctx.db,
    "SELECT texts FROM surveys WHERE workspace_id = $1::uuid AND id = $2::uuid",
    [ctx.workspaceId, surveyId],
  );
  return row?.texts ?? {};
}

type Row = Pick<Asked, "surveyId" | "words" | "companyName" | "locale" | "timezone"> & {
  expires: string;
  score: number | null;
  comment: string | null;
  at: string | null;
};

const asked = `
  SELECT i.survey_id AS "surveyId", s.updated_at::text AS words, w.name AS "companyName", i.locale, w.timezone,
    i.expires_at AS expires, r.score, r.comment, r.updated_at AS at
  FROM invitations i
  JOIN workspaces w ON w.id = i.workspace_id
  JOIN surveys s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
  LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.invitation_id = i.id
  WHERE i.workspace_id = $1::uuid AND i.number = $2::bigint`;
