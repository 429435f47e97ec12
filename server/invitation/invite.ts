import { and, eq, type SQL, sql } from "drizzle-orm";
import { type AbTest, campaigns, onlyOccasion, type Variant } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { priorities } from "#server/mail/enqueue.ts";
import { languagesOf } from "./ab-test.ts";
import { listZones, type Zone, zoneWritten } from "./list-zones.ts";
import { findAsking, lotOf, type People, standing } from "./queries.ts";
import { answerableDays } from "./rules.ts";

export type Invited = { invited: number; excluded: number };

/**
 * The stretches of time that mails are spread over on the clocks of `timezone`: at least one, the same number for
 * every zone. Of a campaign with a test, for each version of it and for the rest.
 */
export type WindowsIn = (timezone: string, part: Part) => { opens: Date; closes: Date }[];
export type Part = Variant | "rest";

/**
 * Writes the ledger of a campaign in one statement: for every contact of its audience one invitation, with
 * what figures are grouped by frozen on it and its mail in the outbox, or one exclusion with the reason. The
 * mails are due spread evenly over the windows of each contact's time zone, in an order drawn by the campaign's
 * seed; a window without length makes them due at once. Starts in one workspace run one after the other, so that
 * two campaigns at once cannot both ask the same person.
 */
export async function inviteAudience(
  ctx: Ctx,
  campaign: People & { id: string; surveyId: string; abTest?: AbTest | null },
  windowsIn: WindowsIn,
): Promise<Invited> {
  await ctx.db.execute(
    sql`SELECT set_config('lock_timeout', '120s', true), set_config('statement_timeout', '600s', true)`,
  );
  await ctx.db.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`invite:${ctx.workspaceId}`}, 0))`,
  );
  const asking = await findAsking(ctx, campaign.surveyId);
  const zones = await listZones(ctx, campaign.audience, asking.timezone);
  const parts: readonly Part[] = campaign.abTest ? ["a", "b", "rest"] : ["rest"];
  const slots = parts.flatMap((part) => slotsOf(part, zones, asking.timezone, windowsIn));
  const days = windowsIn(asking.timezone, "rest").length;
  const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;
  const now = at(ctx.now);
  const { occasion } = campaign;
  const occasionId = occasion?.id ?? onlyOccasion;
  const expiresAt = at(new Date(ctx.now.getTime() + answerableDays * 86_400_000));
  const [counts] = await ctx.db.execute<Invited>(sql`
    WITH slots AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(slots)}::jsonb)
        AS slot (part text, clock text, timezone text, day int, opens timestamptz, closes timestamptz)
    ), standing AS MATERIALIZED (
      SELECT c.*, ${variantIn(campaign)} AS variant, svar_new_id() AS invitation_id, svar_new_id() AS mail_id, ${clockOf(zones)} AS clock,
        ${placeIn(days, campaign.seed)} AS place
      FROM (${standing(ctx, asking, campaign)}) AS c
    ), invited AS (
      INSERT INTO invitations (workspace_id, id, campaign_id, survey_id, contact_id, locale, touchpoint,
        team_id, employee, account_id, attributes, occasion, variant, created_at, expires_at)
      SELECT workspace_id, invitation_id, ${campaign.id}, ${campaign.surveyId}, id, ask_locale,
        ${asking.touchpoint}, team_id, employee, account_id,
        attributes || ${JSON.stringify(occasion?.attributes ?? {})}::jsonb, ${occasionId}, variant, ${now}, ${expiresAt}
      FROM standing WHERE reason IS NULL
      RETURNING id
    ), excluded AS (
      INSERT INTO exclusions (workspace_id, campaign_id, contact_id, reason, excluded_by, team_id, employee,
        occasion, created_at)
      SELECT workspace_id, ${campaign.id}, id, reason,
        CASE WHEN reason = 'left_out_by_hand' THEN ${campaign.leftOut?.by ?? null}::text END, team_id, employee,
        ${occasionId}, ${now}
      FROM standing WHERE reason IS NOT NULL
      RETURNING contact_id
    ), mails AS (
      INSERT INTO outbound_mails (workspace_id, id, kind, priority, dedupe_key, message_id, to_address,
        to_domain, address_hash, campaign_id, invitation_id, next_attempt_at, timezone, created_at)
      SELECT workspace_id, mail_id, 'invitation', ${priorities.invitation},
        'invitation:' || ${campaign.id}::text || ':' || id || ${occasion ? `:${occasion.id}` : ""}::text, '<' || mail_id || '@' || ${ctx.site.mailDomain}::text || '>',
        split_part(btrim(email), '@', 1) || '@' || split_part(email_key, '@', 2), split_part(email_key, '@', 2),
        address_hash, ${campaign.id}, invitation_id,
        opens + (closes - opens) * (place - floor(place)), slots.timezone, ${now}
      FROM standing JOIN slots ON slots.clock = standing.clock AND slots.day = floor(place)::int
        AND slots.part = coalesce(standing.variant, 'rest')
      WHERE reason IS NULL
      RETURNING workspace_id, id
    ), logged AS (
      INSERT INTO mail_events (workspace_id, mail_id, at, state, attempt)
      SELECT workspace_id, id, ${now}, 'queued', 0 FROM mails
    )
    SELECT (SELECT count(*)::int FROM invited) AS invited, (SELECT count(*)::int FROM excluded) AS excluded`);
  if (zones.length > 0) await noteZones(ctx, campaign.id);
  ctx.nudge("outbox");
  return counts!;
}

/** Each window of each zone; `clock` is the zone as contacts have it written, empty for the workspace's. */
function slotsOf(part: Part, zones: Zone[], workspaceZone: string, windowsIn: WindowsIn) {
  const slot = (clock: string, timezone: string | null) =>
    windowsIn(timezone ?? workspaceZone, part).map((window, day) => ({
      part,
      clock,
      timezone,
      day,
      ...window,
    }));
  const ours = slot("", null);
  const theirs = zones.flatMap(({ written, timezone }) => slot(written, timezone));
  return [...ours, ...theirs];
}

/** The clock of slotsOf that the contact `c` lives by. */
function clockOf(zones: Zone[]): SQL {
  if (zones.length === 0) return sql`''::text`;
  const written = JSON.stringify(zones.map((zone) => zone.written));
  return sql`coalesce((SELECT zone FROM jsonb_array_elements_text(${written}::jsonb) AS known(zone)
    WHERE zone = ${zoneWritten}), '')`;
}

/** Where a contact stands among those who are asked: from 0 up to `days`, whole numbers being the windows. */
function placeIn(days: number, seed: string): SQL {
  if (days === 1) return sql`0::float8`;
  return sql`(row_number() OVER (PARTITION BY reason IS NULL ORDER BY ${lotOf(seed)}, id) - 1)::float8
    / count(*) OVER (PARTITION BY reason IS NULL) * ${days}::int`;
}

/** Which version a contact who is asked tries: an equal number of each, drawn by lot among those who can take part. */
function variantIn({ abTest, seed }: { abTest?: AbTest | null; seed: string }): SQL {
  if (!abTest) return sql`NULL::text`;
  const languages = languagesOf(abTest);
  const takesPart = languages
    ? sql`reason IS NULL AND ask_locale IN (SELECT jsonb_array_elements_text(${JSON.stringify(languages)}::jsonb))`
    : sql`reason IS NULL`;
  const rank = sql`row_number() OVER (PARTITION BY ${takesPart} ORDER BY ${lotOf(`${seed} version`)}, id)`;
  const each = sql`floor(count(*) OVER (PARTITION BY ${takesPart}) * ${abTest.percent}::int / 200.0)`;
  return sql`CASE WHEN ${takesPart} AND ${rank} <= 2 * ${each}
    THEN CASE WHEN ${rank} % 2 = 1 THEN 'a' ELSE 'b' END END`;
}

async function noteZones(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .update(campaigns)
    .set({ contactZones: true })
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, id)));
}
