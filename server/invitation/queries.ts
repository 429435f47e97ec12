import { and, eq, type SQL, sql } from "drizzle-orm";
import {
  type Audience,
  type LeftOut,
  legalGrounds,
  type Sampling,
  surveys,
  workspaces,
} from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { locales } from "#server/i18n/locales.ts";
import { countryIn, findLaw, type WorkspaceLaw } from "#server/legal/queries.ts";
import { type Country, isGrounded } from "#server/legal/rules.ts";
import { type AskedSurvey, type ExclusionReason, type Gaps, gapStarts } from "./rules.ts";

/** A survey as it is asked, with what its workspace says about asking. */
export type Asking = AskedSurvey & {
  surveyId: string;
  gaps: Gaps;
  law: WorkspaceLaw;
  workspaceLocale: string;
  timezone: string;
};

/**
 * The people a campaign is meant for: `sampling` of `audience`, drawn by `seed`; null is everybody. With an
 * `occasion`, its contact alone, if it belongs to them. `leftOut` are not asked whatever else holds; `neutral`: they are
 * asked by a survey without any advertising.
 */
export type People = {
  audience: Audience;
  sampling: Sampling | null;
  seed: string;
  leftOut?: LeftOut | null;
  neutral?: boolean;
  occasion?: Occasion;
};

/** An event to ask one contact about; `attributes` are the event's own. `tooOld`: nobody is asked about it any more. */
export type Occasion = {
  id: string;
  contactId: string;
  attributes: Record<string, string>;
  tooOld: boolean;
};

/** @throws NOT_FOUND for a survey of another workspace. */
export async function findAsking(ctx: Ctx, surveyId: string): Promise<Asking> {
  const [row] = await ctx.db
    .select({
      surveyId: surveys.id,
      kind: surveys.kind,
      touchpoint: surveys.touchpoint,
      workspaceLocale: workspaces.locale,
      timezone: workspaces.timezone,
      anyDays: workspaces.gapAnyDays,
      touchpointDays: workspaces.gapTouchpointDays,
      relationshipDays: workspaces.gapRelationshipDays,
    })
    .from(surveys)
    .innerJoin(workspaces, eq(workspaces.id, surveys.workspaceId))
    .where(and(eq(surveys.workspaceId, ctx.workspaceId), eq(surveys.id, surveyId)));
  if (!row) throw notFound("survey");
  const { anyDays, touchpointDays, relationshipDays, ...asking } = row;
  return { ...asking, gaps: { anyDays, touchpointDays, relationshipDays }, law: await findLaw(ctx) };
}

/**
 * A query with one row for each contact of the audience: the columns of contacts, `ask_locale`, and `reason`,
 * null for those who are asked. The same seed draws the same sample from the same people, in any process.
 */
export function standing(ctx: Ctx, asking: Asking, people: People): SQL {
  const { sampling, seed, occasion } = people;
  const each = eligibility(ctx, asking, people);
  if (occasion) {
    const missed = occasion.tooOld ? sql`'event_too_old'` : drawnOut(occasion, sampling, seed);
    return sql`SELECT each.*, coalesce(own_reason, ${missed}::exclusion_reason) AS reason FROM (${each}) AS each`;
  }
  if (!sampling) return sql`SELECT each.*, own_reason AS reason FROM (${each}) AS each`;
  const quota =
    "most" in sampling
      ? sql`${sampling.most}::int`
      : sql`ceil(count(*) FILTER (WHERE own_reason IS NULL) OVER () * ${sampling.percent}::int / 100.0)`;
  return sql`
    SELECT drawn.*, CASE WHEN own_reason IS NULL AND lot > quota THEN 'not_sampled' ELSE own_reason
      END AS reason
    FROM (
      SELECT each.*, ${quota} AS quota,
        row_number() OVER (PARTITION BY own_reason IS NULL ORDER BY ${lotOf(seed)}, id) AS lot
      FROM (${each}) AS each
    ) AS drawn`;
}

/** Events are drawn one by one, each by itself. */
function drawnOut({ id }: Occasion, sampling: Sampling | null, seed: string): SQL {
  if (!sampling || !("percent" in sampling)) return sql`NULL`;
  const lot = sql`('x' || left(md5(${seed}::text || ${id}::text), 8))::bit(32)::bigint`;
  return sql`CASE WHEN ${lot} >= ${sampling.percent}::int / 100.0 * 4294967296 THEN 'not_sampled' END`;
}

/** What puts the contact `id` in its place in a draw: it differs with every seed and can be calculated again. */
export const lotOf = (seed: string): SQL => sql`md5(${seed}::text || id::text)`;

/**
 * A query with one row for each contact of `audience`: the columns of contacts, `ask_locale`, and `own_reason`,
 * null for those who may be asked. It is `mayAsk` of rules.ts over sets. Asked counts who got a mail, or will
 * at the time it is planned for, not whose mail was cancelled, refused or held back.
 */
function eligibility(ctx: Ctx, asking: Asking, people: People): SQL {
  const { audience, leftOut, occasion } = people;
  const at = (moment: Date) => sql`${moment.toISOString()}::timestamptz`;
  const since = gapStarts(asking.gaps, ctx.now);
  const earliest = new Date(Math.min(...Object.values(since).map(Number)));
  return sql`
    SELECT c.*, ${askLocale(asking.workspaceLocale)} AS ask_locale, CASE
      WHEN c.email_key IS NULL OR c.address_hash IS NULL THEN 'no_valid_address'
      WHEN stopped.opted_out THEN 'opted_out'
      WHEN stopped.address_hash IS NOT NULL THEN 'suppressed'
      WHEN NOT ${grounded(asking.law, people.neutral ?? false)} THEN 'no_legal_ground'
      WHEN asked.last > ${at(since.any)} THEN 'asked_recently'
      WHEN asked.last_touchpoint > ${at(since.touchpoint)} THEN 'asked_recently_touchpoint'
      WHEN asked.last_relationship > ${at(since.relationship)} AND ${asking.kind} = 'relationship'
        THEN 'asked_recently_relationship'
      ${leftOut ? sql`WHEN c.email_key IN (${addresses(leftOut.emails)}) THEN 'left_out_by_hand'` : sql``}
    END::exclusion_reason AS own_reason
    FROM contacts c
    LEFT JOIN (
      SELECT address_hash, bool_or(reason = 'opted_out') AS opted_out FROM suppressions
      WHERE workspace_id = ${ctx.workspaceId} AND (until IS NULL OR until > ${at(ctx.now)})
      GROUP BY address_hash
    ) AS stopped ON stopped.address_hash = c.address_hash
    LEFT JOIN (
      SELECT contact_id, max(moment) AS last,
        max(moment) FILTER (WHERE touchpoint = ${asking.touchpoint} AND touchpoint <> '') AS last_touchpoint,
        max(moment) FILTER (WHERE kind = 'relationship') AS last_relationship
      FROM (
        SELECT i.contact_id, i.touchpoint, s.kind, coalesce(i.sent_at, (
          SELECT max(m.next_attempt_at) FROM outbound_mails m
          WHERE m.workspace_id = i.workspace_id AND m.invitation_id = i.id AND m.kind = 'invitation'
            AND m.state IN ('queued', 'sending', 'deferred', 'in_doubt'))) AS moment
        FROM invitations i JOIN surveys s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
        WHERE i.workspace_id = ${ctx.workspaceId} AND (i.sent_at IS NULL OR i.sent_at > ${at(earliest)})
      ) AS moments
      WHERE moment > ${at(earliest)} GROUP BY contact_id
    ) AS asked ON asked.contact_id = c.id
    WHERE c.workspace_id = ${ctx.workspaceId} AND c.erased_at IS NULL AND ${within(audience)}
      ${occasion ? sql`AND c.id = ${occasion.contactId}` : sql``}`;
}

/** pickLocale of server/i18n/locales.ts in SQL. */
function askLocale(fallback: string): SQL {
  const language = sql`split_part(replace(lower(btrim(c.locale)), '_', '-'), '-', 1)`;
  return sql`CASE WHEN ${language} IN ('no', 'nn') THEN 'nb'
    WHEN ${language} IN (${sql.join(
      locales.map((locale) => sql`${locale}`),
      sql`, `,
    )}) THEN ${language} ELSE ${fallback} END`;
}

/** `isGrounded` for the contacts `c`. */
function grounded({ law, country }: WorkspaceLaw, neutral: boolean): SQL {
  const accepted = Object.entries(law).map(([each, { accepts }]) => [
    each,
    legalGrounds.filter((ground) => isGrounded(ground, accepts, neutral)),
  ]);
  return sql`(${JSON.stringify(Object.fromEntries(accepted))}::jsonb -> ${countryIn(country)}) ? c.legal_ground`;
}

const addresses = (emails: string[]): SQL =>
  sql`SELECT jsonb_array_elements_text(${JSON.stringify(emails)}::jsonb)`;

/** Which of the contacts `c` an audience is. */
export function within(audience: Audience): SQL {
  if ("emails" in audience) {
    return sql`c.email_key IN (${addresses(audience.emails)})`;
  }
  if ("teamId" in audience) return sql`c.team_id = ${audience.teamId}`;
  if ("attribute" in audience) {
    return sql`c.attributes ->> ${audience.attribute.name} = ${audience.attribute.value}`;
  }
  return sql`true`;
}

/**
 * Who would be asked and who not. `people` are the first few of each group by name; `ungrounded` are those without a legal
 * ground by country, with the rule's reason.
 */
export type Outlook = {
  asked: number;
  askedPeople: string[];
  excluded: { reason: ExclusionReason; n: number; people: string[] }[];
  ungrounded: { country: Country; n: number; reason: string }[];
};

const fewPeople = 5;

/** Who of `people` would be asked `survey` if it were sent now. @throws NOT_FOUND for a foreign survey. */
export async function outlook(ctx: Ctx, input: People & { surveyId: string }): Promise<Outlook> {
  const asking = await findAsking(ctx, input.surveyId);
  const rows = await ctx.db.execute<{ reason: ExclusionReason | null; n: number; people: string[] }>(sql`
    SELECT reason, count(*)::int AS n, array_agg(person) FILTER (WHERE place <= ${fewPeople}) AS people
    FROM (
      SELECT reason, person, row_number() OVER (PARTITION BY reason ORDER BY lower(person), id) AS place
      FROM (SELECT reason, id, coalesce(name, email, external_id, '–') AS person
        FROM (${standing(ctx, asking, input)}) AS standing) AS named
    ) AS placed GROUP BY reason ORDER BY reason`);
  const mayBeAsked = rows.find((row) => row.reason === null);
  return {
    asked: mayBeAsked?.n ?? 0,
    askedPeople: mayBeAsked?.people ?? [],
    excluded: rows.flatMap(({ reason, n, people }) => (reason ? [{ reason, n, people }] : [])),
    ungrounded: rows.some(({ reason }) => reason === "no_legal_ground")
      ? await ungrounded(ctx, asking, input)
      : [],
  };
}

async function ungrounded(ctx: Ctx, asking: Asking, people: People): Promise<Outlook["ungrounded"]> {
  const rows = await ctx.db.execute<{ country: Country; n: number }>(sql`
    SELECT ${countryIn(asking.law.country)} AS country, count(*)::int AS n
    FROM (${standing(ctx, asking, people)}) AS c WHERE c.reason = 'no_legal_ground'
    GROUP BY 1 ORDER BY n DESC, 1`);
  return rows.map(({ country, n }) => ({ country, n, reason: asking.law.law[country].reason }));
}
