import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { rulesThatDecide } from "#server/rule/queries.ts";
import { considerCase } from "./consider.ts";

export type Considered = {
  /** How many waiting entries were taken. */
  taken: number;
  failed: { responseId: string; error: unknown }[];
};

type Waiting = { responseId: string; version: number; attempts: number };

/**
 * Considers the answers of this workspace that wait for it (recordResponse leaves them), the longest waiting
 * first. One that fails is put off, for longer each time up to an hour, and holds up no other. Several
 * workers share the work.
 */
export async function considerWaiting(ctx: Ctx, input: { most: number }): Promise<Considered> {
  const waiting = await take(ctx, input.most);
  const latest = new Map(waiting.map((one) => [one.responseId, one]));
  const rules = latest.size > 0 ? await rulesThatDecide(ctx) : [];
  const failed: Considered["failed"] = [];
  for (const one of latest.values()) {
    try {
      await ctx.db.transaction((tx) =>
        considerCase({ ...ctx, db: tx }, { responseId: one.responseId, rules }),
      );
    } catch (error) {
      await putOff(ctx, one);
      failed.push({ responseId: one.responseId, error });
    }
  }
  return { taken: waiting.length, failed };
}

async function take(ctx: Ctx, most: number): Promise<Waiting[]> {
  const rows = await ctx.db.execute<Waiting>(sql`
    WITH taken AS (
      DELETE FROM unconsidered_responses
      WHERE workspace_id = ${ctx.workspaceId} AND (response_id, version) IN (
        SELECT response_id, version FROM unconsidered_responses
        WHERE workspace_id = ${ctx.workspaceId} AND due_at <= ${ctx.now.toISOString()}::timestamptz
        ORDER BY due_at, response_id LIMIT ${most} FOR UPDATE SKIP LOCKED)
      RETURNING response_id, version, attempts, due_at
    )
    SELECT response_id AS "responseId", version, attempts FROM taken ORDER BY due_at, version`);
  return [...rows];
}

async function putOff(ctx: Ctx, { responseId, version, attempts }: Waiting): Promise<void> {
  await ctx.db.execute(sql`
    INSERT INTO unconsidered_responses (workspace_id, response_id, version, due_at, attempts)
    VALUES (${ctx.workspaceId}, ${responseId}, ${version},
      ${ctx.now.toISOString()}::timestamptz + least(interval '1 hour', interval '5 s' * 2 ^ least(${attempts}::int, 10)),
      least(${attempts}::int + 1, 1000))`);
}
