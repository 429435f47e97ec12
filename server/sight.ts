import { sql } from "drizzle-orm";
import type { Sight } from "#server/context.ts";

/** Around the moment, in ISO 8601, on whose day somebody may stand in for others. */
const [before, after] = [
  `(
  SELECT jsonb_build_object(
    'teamless', s.teamless,
    'teamIds', to_jsonb(ARRAY(
      SELECT t.team_id FROM team_members t WHERE t.workspace_id = s.workspace_id
        AND t.user_id = members.user_id AND t.removed_at IS NULL
      UNION SELECT led.id FROM teams led
      WHERE led.workspace_id = s.workspace_id AND led.lead_id = members.user_id ORDER BY 1)),
    'memberIds', to_jsonb(ARRAY(
      SELECT members.user_id UNION
      SELECT a.user_id FROM absences a JOIN workspaces w ON w.id = a.workspace_id
      WHERE a.workspace_id = s.workspace_id AND a.cover_id = members.user_id AND a.ended_at IS NULL
        AND (`,
  `::text::timestamptz AT TIME ZONE w.timezone)::date BETWEEN a.from_day AND a.to_day ORDER BY 1)))
  FROM team_sights s
  WHERE s.workspace_id = members.workspace_id AND s.ended_at IS NULL AND members.role IN ('agent', 'viewer'))`,
] as const;

/** Of agents and viewers where a workspace shows them their own teams' things only, else null; of rows of `members`. */
export const sightAt = (now: Date) =>
  sql<Sight | null>`${sql.raw(before)}${now.toISOString()}${sql.raw(after)}`;

/** The same as the text of a statement one parameter of which, `$2` for one, is the moment. */
export const sightText = (moment: string) => `${before}${moment}${after}`;
