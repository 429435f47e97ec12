import { and, eq, isNull, sql } from "drizzle-orm";
import { contacts } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

type Attribute = { name: string; values: { value: string; n: number }[] };

const mostAttributes = 30;
const mostValues = 50;

/**
 * What an audience can be chosen by: all contacts, each team with its contacts, and the attributes that divide
 * contacts into few groups (at most 50 values), with how many contacts have each value.
 */
export async function audienceChoices(ctx: Ctx) {
  const teams = await ctx.db.execute<{ id: string; name: string; n: number }>(sql`
    SELECT t.id, t.name, count(c.id)::int AS n FROM teams t
    LEFT JOIN contacts c ON c.workspace_id = t.workspace_id AND c.team_id = t.id
    WHERE t.workspace_id = ${ctx.workspaceId} GROUP BY t.id, t.name ORDER BY lower(t.name)`);
  const attributes = await ctx.db.execute<Attribute>(sql`
    SELECT name, jsonb_agg(jsonb_build_object('value', value, 'n', n) ORDER BY n DESC, value) AS values
    FROM (
      SELECT a.name, a.value, count(*)::int AS n FROM contacts c, jsonb_each_text(c.attributes) AS a(name, value)
      WHERE c.workspace_id = ${ctx.workspaceId} AND a.value <> '' GROUP BY a.name, a.value
    ) AS groups
    GROUP BY name HAVING count(*) <= ${mostValues} ORDER BY name LIMIT ${mostAttributes}`);
  return {
    contacts: await ctx.db.$count(
      contacts,
      and(eq(contacts.workspaceId, ctx.workspaceId), isNull(contacts.erasedAt)),
    ),
    teams: [...teams],
    attributes: [...attributes],
  };
}
