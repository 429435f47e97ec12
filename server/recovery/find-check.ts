import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import type { Tone } from "#server/i18n/locales.ts";
import type { StoredTexts } from "#server/survey/rules.ts";
import type { RecoveryAnswer } from "./rules.ts";

/** What the mail and the page of a check say, to whom, in which language, and what was answered. */
export type AskedCheck = {
  id: string;
  number: number;
  caseId: string;
  caseNumber: number;
  companyName: string;
  workspaceKey: string;
  postalAddress: string | null;
  timezone: string;
  /** A language tag. */
  locale: string;
  tone: Tone;
  texts: StoredTexts;
  customerName: string | null;
  /** Who closed the case, as long as they work here. */
  closedBy: string | null;
  /** Whose the case is. */
  assignee: string | null;
  closedAt: Date;
  expiresAt: Date;
  /** The ask of which the customer can have no more; null where there was none. */
  invitationNumber: number | null;
  /** What the case is about. */
  scored: { score: number; comment: string | null; at: Date } | null;
  answered: { answer: RecoveryAnswer; comment: string | null; at: Date; version: number } | null;
};

/**
 * The check that a link's token names, or that a mail is about, while it can be answered; null when it was never
 * asked, was cancelled, is too old, or its customer was erased. Reads only, but for the lock when `lock` is given.
 */
export async function findCheck(
  ctx: Ctx,
  by: { number: number } | { mailId: string },
  { lock = false } = {},
): Promise<AskedCheck | null> {
  const which = "number" in by ? sql`k.number = ${by.number}` : sql`k.mail_id = ${by.mailId}`;
  const [row] = await ctx.db.execute<Row>(sql`
    SELECT k.id, k.number::float8, c.id AS "caseId", c.number::float8 AS "caseNumber", w.name AS "companyName",
      w.key AS "workspaceKey", w.postal_address AS "postalAddress", w.timezone,
      coalesce(r.locale, i.locale, w.locale) AS locale, coalesce(s.tone, 'informal') AS tone,
      coalesce(s.texts, '{}') AS texts, customer.name AS "customerName", u.name AS "closedBy", owner.name AS assignee,
      closure.closed_at AS "closedAt", k.expires_at AS "expiresAt", i.number::float8 AS "invitationNumber",
      r.score, r.comment, r.answered_at AS "scoredAt", last.answer, last.comment AS "answerComment",
      last.given_at AS "answerAt", last.version
    FROM recovery_checks k
    JOIN workspaces w ON w.id = k.workspace_id
    JOIN case_closures closure ON closure.workspace_id = k.workspace_id AND closure.id = k.closure_id
    JOIN cases c ON c.workspace_id = k.workspace_id AND c.id = k.case_id
    JOIN contacts customer ON customer.workspace_id = c.workspace_id AND customer.id = c.contact_id
    LEFT JOIN responses r ON r.workspace_id = c.workspace_id AND r.id = c.response_id AND r.withdrawn_at IS NULL
    LEFT JOIN invitations i ON i.workspace_id = c.workspace_id AND i.id = coalesce(c.invitation_id, r.invitation_id)
    LEFT JOIN surveys s ON s.workspace_id = c.workspace_id AND s.id = coalesce(r.survey_id, i.survey_id)
    LEFT JOIN users u ON u.id = closure.closed_by
    LEFT JOIN users owner ON owner.id = c.assignee_id
    LEFT JOIN LATERAL (
      SELECT * FROM recovery_answers a WHERE a.workspace_id = k.workspace_id AND a.check_id = k.id
      ORDER BY version DESC LIMIT 1
    ) AS last ON true
    WHERE k.workspace_id = ${ctx.workspaceId} AND ${which} AND k.cancelled_at IS NULL
      AND k.expires_at > ${ctx.now.toISOString()}::timestamptz ${lock ? sql`FOR UPDATE OF k` : sql``}`);
  return row ? checkOf(row) : null;
}

type Row = Omit<AskedCheck, "closedAt" | "expiresAt" | "scored" | "answered"> & {
  closedAt: string;
  expiresAt: string;
  score: number | null;
  comment: string | null;
  scoredAt: string | null;
  answer: RecoveryAnswer | null;
  answerComment: string | null;
  answerAt: string | null;
  version: number | null;
};

function checkOf(row: Row): AskedCheck {
  const { score, comment, scoredAt, answer, answerComment, answerAt, version, ...rest } = row;
  return {
    ...rest,
    closedAt: new Date(row.closedAt),
    expiresAt: new Date(row.expiresAt),
    scored: score === null ? null : { score, comment, at: new Date(scoredAt!) },
    answered:
      answer === null ? null : { answer, comment: answerComment, at: new Date(answerAt!), version: version! },
  };
}
