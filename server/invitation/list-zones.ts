import { sql } from "drizzle-orm";
import type { Audience } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { within } from "./queries.ts";

/** A time zone as contacts have it written, and as IANA spells it. */
export type Zone = { written: string; timezone: string };

/**
 * The contact `c`'s time zone as it is written: the attribute `timezone`, `time_zone` or `time zone`, however it is
 * capitalised; null without one.
 */
export const zoneWritten = sql`(
  SELECT value FROM jsonb_each_text(c.attributes)
  WHERE lower(key) IN ('timezone', 'time_zone', 'time zone') AND value <> '' ORDER BY key LIMIT 1)`;

/** The time zones other than the workspace's that contacts of `audience` have; what is no time zone is left out. */
export async function listZones(ctx: Ctx, audience: Audience, workspaceZone: string): Promise<Zone[]> {
  const rows = await ctx.db.execute<{ written: string | null }>(sql`
    SELECT DISTINCT ${zoneWritten} AS written FROM contacts c
    WHERE c.workspace_id = ${ctx.workspaceId} AND ${within(audience)} AND c.attributes <> '{}'`);
  const named = rows.flatMap(({ written }) => {
    const timezone = written && zoneNamed(written);
    return timezone && timezone !== workspaceZone ? [{ written, timezone }] : [];
  });
  if (named.length === 0) return [];
  // The claim asks the database for the hour there, so a zone that only this process knows is of no use.
  const known = await ctx.db.execute<{ name: string }>(sql`SELECT name FROM pg_timezone_names
    WHERE name IN (SELECT jsonb_array_elements_text(${JSON.stringify(named.map((it) => it.timezone))}::jsonb))`);
  const names = new Set(known.map(({ name }) => name));
  return named.filter(({ timezone }) => names.has(timezone));
}

/** The IANA time zone that `text` names, as "Europe/Oslo"; null when there is none of that name. */
export function zoneNamed(text: string): string | null {
  const name = text.trim();
  // "CET" and "+01:00" are no places, and their clocks do not change as a customer's do.
  if (!name.includes("/") && name.toUpperCase() !== "UTC") return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
