import { sql } from "drizzle-orm";
import { type Ctx, memberId } from "#server/context.ts";
import type { SuppressionReason, SuppressionScope } from "./rules.ts";
import { usualScope } from "./rules.ts";

export type Stop = {
  addressHash: Uint8Array;
  reason: SuppressionReason;
  /** Where it came from, such as "bounce" or "opt-out link". */
  source: string;
  scope?: SuppressionScope;
  /** Until when, UTC; absent is for good. */
  until?: Date | undefined;
  why?: string | undefined;
};

/**
 * Stops mail to addresses, at once and by their keyed hash, so that it outlives the contacts (RELIABILITY.md D4), and
 * notes it. What is stopped already for the same reason stays as it is, unless this lasts longer or reaches further.
 * Returns how many stops are new or wider.
 */
export async function addSuppressions(ctx: Ctx, stops: readonly Stop[]): Promise<number> {
  if (stops.length === 0) return 0;
  const rows = stops.map(({ addressHash, reason, source, scope, until, why }) => ({
    hash: Buffer.from(addressHash).toString("hex"),
    ...{ reason, source, why: why ?? null, until: until?.toISOString() ?? null },
    scope: scope ?? usualScope(reason),
  }));
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const [added] = await ctx.db.execute<{ n: number }>(sql`
    WITH given AS (
      SELECT DISTINCT ON (hash, reason) decode(hash, 'hex') AS address_hash, reason, scope, until, source, why
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r (hash text, reason suppression_reason, scope text, until timestamptz, source text, why text)
      ORDER BY hash, reason
    ), stopped AS (
      INSERT INTO suppressions AS known (workspace_id, address_hash, reason, scope, until, source, created_at)
      SELECT ${ctx.workspaceId}, address_hash, reason, scope, until, source, ${now} FROM given
      ON CONFLICT (workspace_id, address_hash, reason) DO UPDATE SET
        until = CASE WHEN excluded.until IS NULL OR known.until IS NULL THEN NULL
          ELSE greatest(excluded.until, known.until) END,
        scope = CASE WHEN 'all' IN (excluded.scope, known.scope) THEN 'all' ELSE 'surveys' END
      WHERE known.until < coalesce(excluded.until, 'infinity') OR (known.scope = 'surveys' AND excluded.scope = 'all')
      RETURNING address_hash, reason, scope, until, source
    ), logged AS (
      INSERT INTO suppression_events (workspace_id, address_hash, at, change, reason, scope, until, source, by_member, why)
      SELECT ${ctx.workspaceId}, s.address_hash, ${now}, 'added', s.reason, s.scope, s.until, g.source,
        ${memberId(ctx.actor)}, g.why
      FROM stopped s JOIN given g USING (address_hash, reason)
    )
    SELECT count(*)::int AS n FROM stopped`);
  ctx.nudge("contacts");
  return added!.n;
}
