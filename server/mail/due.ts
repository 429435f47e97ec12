import { type SQL, sql } from "drizzle-orm";
import type { DomainRoom } from "./domain-rooms.ts";

/** Among how many due mails to persons the workspaces take turns. */
const waitingRoom = 1_000;

/**
 * The query for up to `limit` due mails (`workspace_id`, `id`), locked. `priority` decides among mail without a
 * campaign, in turns among workspaces that have the same; campaigns share what is left, unless `urgentOnly`.
 * `siblings`: campaigns of one workspace.
 */
export function due(now: SQL, limit: number, urgentOnly: boolean, rooms: DomainRoom[]): SQL {
  const isDue = sql`m.state IN ('queued', 'deferred') AND m.next_attempt_at <= ${now} ${open(rooms)}`;
  return sql`
  WITH waiting AS MATERIALIZED (
    SELECT workspace_id, id, priority, next_attempt_at,
      row_number() OVER (PARTITION BY priority, workspace_id ORDER BY next_attempt_at) AS turn
    FROM (SELECT * FROM outbound_mails m WHERE ${isDue} AND m.campaign_id IS NULL
      ORDER BY m.priority, m.next_attempt_at LIMIT ${waitingRoom}) AS first
  ), urgent AS MATERIALIZED (
    SELECT m.workspace_id, m.id, m.to_domain FROM waiting JOIN outbound_mails m USING (workspace_id, id)
    WHERE ${isDue}
    ORDER BY waiting.priority, waiting.turn, waiting.next_attempt_at LIMIT ${limit} FOR UPDATE OF m SKIP LOCKED
  ), hungry AS MATERIALIZED (
    SELECT c.workspace_id, c.id, c.contact_zones, c.sending_hours, w.timezone,
      count(*) OVER (PARTITION BY c.workspace_id) AS siblings
    FROM campaigns c JOIN workspaces w ON w.id = c.workspace_id
    WHERE ${!urgentOnly} AND c.state = 'running'
      AND (c.contact_zones OR svar_within_hours(c.sending_hours, w.timezone, ${now})) AND EXISTS (
      SELECT FROM outbound_mails m WHERE m.workspace_id = c.workspace_id AND m.campaign_id = c.id AND ${isDue})
  ), shares AS (
    SELECT hungry.*, ceil((${limit} - (SELECT count(*) FROM urgent))::numeric
      / (SELECT count(DISTINCT workspace_id) FROM hungry) / siblings) AS share
    FROM hungry
  ), shared AS MATERIALIZED (
    SELECT mine.* FROM shares CROSS JOIN LATERAL (
      SELECT m.workspace_id, m.id, m.to_domain FROM outbound_mails m
      WHERE m.workspace_id = shares.workspace_id AND m.campaign_id = shares.id AND ${isDue}
        AND (NOT shares.contact_zones
          OR svar_within_hours(shares.sending_hours, coalesce(m.timezone, shares.timezone), ${now}))
      ORDER BY m.next_attempt_at LIMIT shares.share FOR UPDATE SKIP LOCKED) AS mine
  ), picked AS (
    SELECT * FROM urgent UNION ALL SELECT * FROM shared
  )
  ${withinRooms(rooms)}`;
}

/** Not to a domain that has no room: its mails would stand before all others. */
function open(rooms: DomainRoom[]): SQL {
  const full = rooms.filter(({ room }) => room <= 0).map(({ domain }) => domain);
  if (full.length === 0) return sql``;
  return sql`AND m.to_domain NOT IN (${sql.join(
    full.map((domain) => sql`${domain}`),
    sql`, `,
  )})`;
}

function withinRooms(rooms: DomainRoom[]): SQL {
  if (rooms.length === 0) return sql`SELECT workspace_id, id FROM picked`;
  return sql`SELECT workspace_id, id FROM (
      SELECT picked.*, row_number() OVER (PARTITION BY to_domain) AS nth FROM picked) AS numbered
    LEFT JOIN jsonb_to_recordset(${JSON.stringify(rooms)}::jsonb) AS r(domain text, room int)
      ON r.domain = numbered.to_domain
    WHERE r.room IS NULL OR nth <= r.room`;
}
