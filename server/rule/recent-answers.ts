import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { type FactsOfAnswer, factsOf } from "./read-facts.ts";
import type { Conditions } from "./schema.ts";

/** How far back rules are tried, in days. */
export const daysTried = 90;
/** More answers are not looked at: the newest ones are. */
export const mostTried = 20_000;
/** So many are read at a time, and the process does other things between. */
const page = 2_000;

export type RecentAnswer = FactsOfAnswer & {
  answeredAt: Date;
  contactId: string | null;
  /** Whether there is a case about it, whoever opened it. */
  hasCase: boolean;
};

type Row = Omit<RecentAnswer, "answeredAt"> & { at: string; past: boolean };

/**
 * The answers of the last 90 days that rules decide about, newest first, page after page, with what `rules` look at. Of
 * more than 20,000 answers those are the newest. Withdrawn ones and those that were brought in are not among them.
 */
export async function* recentAnswers(
  ctx: Ctx,
  rules: readonly { conditions: Conditions }[],
): AsyncGenerator<{ answers: RecentAnswer[]; isLast: boolean; more: boolean }> {
  const since = new Date(ctx.now.getTime() - daysTried * 86_400_000).toISOString();
  let before = sql`TRUE`;
  for (let read = 0; read < mostTried; read += page) {
    const rows = [
      ...(await ctx.db.execute<Row>(sql`
        SELECT ${factsOf(rules)}, r.answered_at::text AS at, r.contact_id AS "contactId", c.id IS NOT NULL AS "hasCase",
          NOT r.counts OR r.evidence = 'imported' AS past
        FROM responses r LEFT JOIN cases c ON c.workspace_id = r.workspace_id AND c.response_id = r.id
        WHERE r.workspace_id = ${ctx.workspaceId} AND r.answered_at >= ${since}::timestamptz
          AND r.answered_at <= ${ctx.now.toISOString()}::timestamptz AND ${before}
        ORDER BY r.answered_at DESC, r.id DESC LIMIT ${page}`)),
    ];
    const isLast = rows.length < page || read + page >= mostTried;
    const answers = rows
      .filter(({ past }) => !past)
      .map(({ at, past: _, ...row }) => ({ ...row, answeredAt: new Date(at) }));
    yield { answers, isLast, more: isLast && rows.length === page };
    if (isLast) return;
    const last = rows.at(-1)!;
    before = sql`(r.answered_at, r.id) < (${last.at}::timestamptz, ${last.id}::uuid)`;
  }
}
