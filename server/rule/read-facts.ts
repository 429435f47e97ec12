import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import type { Facts } from "./rules.ts";
import type { Conditions } from "./schema.ts";

/** An answer with all that rules look at, and what is done with it. */
export type FactsOfAnswer = Facts & { id: string; employee: string | null };

/** The columns of `FactsOfAnswer`, of rows `r` of answers; what none of `rules` looks at is null, and not read. */
export function factsOf(rules: readonly { conditions: Conditions }[]): SQL {
  const asks = (kind: Conditions[number]["kind"]) =>
    rules.some(({ conditions }) => conditions.some((condition) => condition.kind === kind));
  const before = sql`(SELECT b.score FROM responses b
    WHERE b.workspace_id = r.workspace_id AND b.contact_id = r.contact_id AND b.answered_at < r.answered_at AND b.counts
    ORDER BY b.answered_at DESC LIMIT 1)`;
  return sql`r.id, r.employee, r.score, ${asks("change") ? before : sql`NULL::smallint`} AS "scoreBefore",
    r.contact_by AS "contactBy", r.survey_id AS "surveyId", r.touchpoint, r.drivers,
    ${asks("words") ? sql`r.comment` : sql`NULL`} AS comment,
    ${asks("attribute") ? sql`r.attributes` : sql`'{}'::jsonb`} AS attributes,
    r.locale, r.team_id AS "teamId", r.channel`;
}

/** What `rules` look at in one answer of this workspace, as it stands; null when it is not here. */
export async function readFacts(
  ctx: Ctx,
  responseId: string,
  rules: readonly { conditions: Conditions }[],
): Promise<FactsOfAnswer | null> {
  const [facts] = await ctx.db.execute<FactsOfAnswer>(
    sql`SELECT ${factsOf(rules)} FROM responses r WHERE r.workspace_id = ${ctx.workspaceId} AND r.id = ${responseId}`,
  );
  return facts ?? null;
}
