import { sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { workspaces } from "#db/schema/index.ts";
import { namedAccounts } from "#server/account/named.ts";
import type { Ctx } from "#server/context.ts";
import { noTeams } from "#server/live/events.ts";
import type { Refusal } from "#server/refusal.ts";
import { namedTeams } from "#server/team/named.ts";
import { checkContact, type ReadyContact } from "./check.ts";
import { inTurn } from "./in-turn.ts";
import { knownById } from "./known-by-id.ts";
import { moveAddresses } from "./move-addresses.ts";
import { sayWhoTells } from "./say-who-tells.ts";

export type Rejected = { index: number; field: string; reason: Refusal };
export type Upserted = { created: number; updated: number; rejected: Rejected[] };

/**
 * Makes contacts or brings those up to date that are known by their external id or their address, all in few
 * statements however many there are. Of two rows for one contact the later wins; attributes are added to those
 * known; empty fields erase nothing. Returns how many were made and updated, and for each refused row its
 * place in the list (from 0), the field and the reason.
 * @throws CONFLICT while somebody else changes the same contacts.
 */
export async function upsertContacts(
  ctx: Ctx,
  input: { contacts: unknown[]; source: string },
): Promise<Upserted> {
  const rejected: Rejected[] = [];
  const ready: Placed[] = [];
  input.contacts.forEach((contact, index) => {
    const checked = checkContact(contact, ctx.now);
    if ("field" in checked) rejected.push({ index, ...checked });
    else ready.push({ ...checked, index });
  });
  const done = await upsertReady(ctx, { contacts: ready, source: input.source });
  return { ...done, rejected: [...rejected, ...done.rejected].sort((a, b) => a.index - b.index) };
}

type Placed = ReadyContact & { index: number };

/** `upsertContacts` of contacts that have been checked; `index` is their place in the list. @throws CONFLICT */
export async function upsertReady(
  ctx: Ctx,
  input: { contacts: readonly Placed[]; source: string },
): Promise<Upserted> {
  const rejected: Rejected[] = [];
  const rows = lastOfEach(input.contacts);
  const { moves, contradictions } = await knownById(ctx, rows);
  for (const { place, reason } of contradictions) {
    rejected.push({ index: rows[place]!.index, field: "externalId", reason });
  }
  const refused = new Set(contradictions.map(({ place }) => place));
  const free = rows.filter((_, place) => !refused.has(place));
  const { created, teams } = await inTurn(async () => {
    await sayWhoTells(ctx, input.source);
    await moveAddresses(ctx, moves);
    return free.length > 0 ? write(ctx, free, input.source) : { created: 0, teams: [] };
  });
  ctx.nudge("contacts");
  for (const team of teams) ctx.nudge("contacts", team);
  return { created, updated: free.length - created, rejected };
}

/** Without the rows that a later one with the same address or the same external id replaces. */
function lastOfEach<T extends ReadyContact>(rows: readonly T[]): T[] {
  const addresses = new Set<string>();
  const ids = new Set<string>();
  const kept = rows.toReversed().filter(({ emailKey, externalId }) => {
    if (addresses.has(emailKey) || (externalId && ids.has(externalId))) return false;
    addresses.add(emailKey);
    if (externalId) ids.add(externalId);
    return true;
  });
  return kept.reverse();
}

/** How many were new, and whose they are now. */
type Written = { created: number; teams: string[] };

async function write(ctx: Ctx, rows: readonly ReadyContact[], source: string): Promise<Written> {
  const named = (field: "account" | "team") => rows.flatMap((row) => row[field] || []);
  const accounts = await namedAccounts(ctx, named("account"));
  const teams = await namedTeams(ctx, named("team"));
  const records = rows.map((row) => ({
    id: newId(ctx.now.getTime()),
    email: row.email,
    email_key: row.emailKey,
    address_hash: Buffer.from(ctx.tokens.hashAddress(ctx.workspaceId, row.emailKey)).toString("hex"),
    name: row.name || null,
    locale: row.locale || null,
    external_id: row.externalId || null,
    account_id: row.account ? accounts.get(row.account.toLowerCase()) : null,
    team_id: row.team ? teams.get(row.team.toLowerCase()) : null,
    employee: row.employee || null,
    ...groundIn(row),
    attributes: withoutEmpty(row.attributes ?? {}),
  }));
  const [written] = await ctx.db.execute<Written>(sql`
    WITH written AS (INSERT INTO contacts AS known (workspace_id, id, email, email_key, address_hash, name, locale, external_id,
      account_id, team_id, employee, attributes, source, legal_ground, ground_source, consented_at,
      created_at, updated_at)
    SELECT ${ctx.workspaceId}, r.id, r.email, r.email_key, decode(r.address_hash, 'hex'), r.name, r.locale,
      r.external_id, r.account_id, r.team_id, r.employee, r.attributes, ${source},
      coalesce(r.legal_ground, w.legal_ground), r.ground_source, r.consented_at,
      ${ctx.now.toISOString()}::timestamptz, ${ctx.now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r (id uuid, email text, email_key text,
      address_hash text, name text, locale text, external_id text, account_id uuid, team_id uuid, employee text,
      legal_ground text, ground_source text, consented_at timestamptz, attributes jsonb)
    JOIN ${workspaces} w ON w.id = ${ctx.workspaceId}
    ORDER BY r.email_key
    ON CONFLICT (workspace_id, email_key) WHERE email_key IS NOT NULL DO UPDATE SET
      email = excluded.email,
      name = coalesce(excluded.name, known.name),
      locale = coalesce(excluded.locale, known.locale),
      external_id = coalesce(excluded.external_id, known.external_id),
      account_id = coalesce(excluded.account_id, known.account_id),
      team_id = coalesce(excluded.team_id, known.team_id),
      employee = coalesce(excluded.employee, known.employee),
      attributes = known.attributes || excluded.attributes,
      updated_at = excluded.updated_at
    RETURNING xmax = 0 AS created, team_id)
    SELECT count(*) FILTER (WHERE created)::int AS created,
      array_agg(DISTINCT coalesce(team_id::text, ${noTeams})) AS teams FROM written`);
  await noteGrounds(
    ctx,
    records.filter(({ legal_ground }) => legal_ground),
  );
  return written!;
}

type Grounded = {
  email_key: string;
  legal_ground?: string;
  ground_source?: string | null;
  consented_at?: Date | null;
};

function groundIn({ legalGround, groundSource, consentedAt }: ReadyContact): Omit<Grounded, "email_key"> {
  if (!legalGround) return {};
  return {
    legal_ground: legalGround,
    ground_source: groundSource || null,
    consented_at: legalGround === "consent" ? consentedAt : null,
  };
}

/** The grounds that rows tell of contacts known before. Consent that is on record is not replaced by less. */
async function noteGrounds(ctx: Ctx, rows: readonly Grounded[]): Promise<void> {
  if (rows.length === 0) return;
  const told = rows.map(({ email_key, legal_ground, ground_source, consented_at }) => ({
    ...{ email_key, legal_ground, ground_source, consented_at },
  }));
  await ctx.db.execute(sql`
    UPDATE contacts c SET legal_ground = r.legal_ground, ground_source = r.ground_source,
      consented_at = r.consented_at
    FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      AS r (email_key text, legal_ground text, ground_source text, consented_at timestamptz)
    WHERE c.workspace_id = ${ctx.workspaceId} AND c.email_key = r.email_key
      AND (c.legal_ground <> 'consent' OR r.legal_ground = 'consent')`);
}

const withoutEmpty = (attributes: Record<string, string>) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ""));
