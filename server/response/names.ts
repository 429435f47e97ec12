import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { locales } from "#server/i18n/locales.ts";

/**
 * What people call a value that answers are counted under: the name of a team or a campaign, a reason's label in the
 * workspace's language, or in any that has one; null where the value is a name.
 */
export function nameOf(ctx: Ctx, dimension: SQL, value: SQL): SQL {
  const anyLabel = sql.join(
    locales.map((locale) => sql`driver.labels ->> ${locale}`),
    sql`, `,
  );
  return sql`
    CASE ${dimension}
      WHEN 'team' THEN (SELECT name FROM teams WHERE workspace_id = ${ctx.workspaceId} AND id = ${value}::uuid)
      WHEN 'campaign' THEN (SELECT name FROM campaigns WHERE workspace_id = ${ctx.workspaceId} AND id = ${value}::uuid)
      WHEN 'driver' THEN (
        SELECT coalesce(driver.labels ->> w.locale, ${anyLabel})
        FROM surveys s JOIN workspaces w ON w.id = s.workspace_id,
          jsonb_to_recordset(s.drivers) AS driver (id text, labels jsonb)
        WHERE s.workspace_id = ${ctx.workspaceId} AND driver.id = ${value} ORDER BY s.id LIMIT 1)
    END`;
}
