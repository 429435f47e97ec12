import { sql } from "drizzle-orm";
import { emailKeyOf } from "#server/contact/rules.ts";
import type { Ctx } from "#server/context.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import type { SuppressionReason, SuppressionScope } from "./rules.ts";
import { ListSuppressions } from "./schema.ts";
import { addressHashOf } from "./suppress-contact.ts";

/** A suppression as the list shows it; name and address are null when no contact has the address. */
export type Listed = {
  /** Hexadecimal. */
  addressHash: string;
  reason: SuppressionReason;
  scope: SuppressionScope;
  until: Date | null;
  since: Date;
  source: string;
  contactId: string | null;
  name: string | null;
  email: string | null;
};

type Row = Omit<Listed, "until" | "since"> & { until: string | null; since: string };

/**
 * One page of what is stopped now, newest first, how many there are for each reason, and the cursor of the next page
 * or null. `q` finds one whole address, also when no contact has it any more.
 */
export async function listSuppressions(
  ctx: Ctx,
  asked: ListSuppressions,
): Promise<{
  suppressions: Listed[];
  counts: Partial<Record<SuppressionReason, number>>;
  next: string | null;
}> {
  const { q, reason, cursor, limit } = ListSuppressions.parse(asked);
  const standing = sql`s.workspace_id = ${ctx.workspaceId}
    AND (s.until IS NULL OR s.until > ${ctx.now.toISOString()}::timestamptz) ${ofAddress(ctx, q)}`;
  const rows = await ctx.db.execute<Row>(sql`
    SELECT encode(s.address_hash, 'hex') AS "addressHash", s.reason, s.scope, s.until, s.created_at AS since, s.source,
      c.id AS "contactId", c.name, c.email
    FROM suppressions s
    LEFT JOIN LATERAL (
      SELECT id, name, email FROM contacts
      WHERE workspace_id = s.workspace_id AND address_hash = s.address_hash ORDER BY created_at LIMIT 1
    ) AS c ON true
    WHERE ${standing} ${reason ? sql`AND s.reason = ${reason}` : sql``} ${after(cursor)}
    ORDER BY s.created_at DESC, s.address_hash, s.reason LIMIT ${limit + 1}`);
  const counted = await ctx.db.execute<{ reason: SuppressionReason; n: number }>(
    sql`SELECT s.reason, count(*)::int AS n FROM suppressions s WHERE ${standing} GROUP BY s.reason`,
  );
  const page = rows.slice(0, limit).map((row) => ({
    ...row,
    until: row.until === null ? null : new Date(row.until),
    since: new Date(row.since),
  }));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    suppressions: page,
    counts: Object.fromEntries(counted.map((row) => [row.reason, row.n])),
    next: last ? JSON.stringify([last.since, last.addressHash, last.reason]) : null,
  };
}

function ofAddress(ctx: Ctx, q: string | undefined) {
  if (!q) return sql``;
  const hash = Buffer.from(ctx.tokens.hashAddress(ctx.workspaceId, emailKeyOf(q) ?? q)).toString("hex");
  return sql`AND s.address_hash = decode(${hash}, 'hex')`;
}

function after(cursor: string | undefined) {
  if (!cursor) return sql``;
  const parts = /^\["([\d :.+-]{10,40})","([0-9a-f]{64})","([a-z_]{1,20})"\]$/.exec(cursor);
  if (!parts) {
    throw invalid("cursor", refusal("cursor"));
  }
  const [, since, hash, reason] = parts;
  return sql`AND (s.created_at < ${since}::timestamptz OR (s.created_at = ${since}::timestamptz
    AND (s.address_hash, s.reason) > (decode(${hash}, 'hex'), ${reason}::suppression_reason)))`;
}

/** One change of an address's suppressions; `by` is the colleague's name, null when the customer or Svar did it. */
export type Change = {
  at: Date;
  change: "added" | "lifted";
  reason: SuppressionReason;
  scope: SuppressionScope;
  until: Date | null;
  source: string;
  by: string | null;
  why: string | null;
};

/**
 * What was stopped and allowed again at a contact's address, newest first; nothing without an address.
 * @throws NOT_FOUND for a contact of another workspace.
 */
export async function historyOfContact(ctx: Ctx, input: { contactId: string }): Promise<Change[]> {
  const addressHash = await addressHashOf(ctx, input.contactId);
  return addressHash ? historyOf(ctx, addressHash) : [];
}

/** What was stopped and allowed again at an address, newest first, at most 50 changes. */
export async function historyOf(ctx: Ctx, addressHash: Uint8Array): Promise<Change[]> {
  const hash = Buffer.from(addressHash).toString("hex");
  const rows = await ctx.db.execute<Omit<Change, "at" | "until"> & { at: string; until: string | null }>(sql`
    SELECT e.at, e.change, e.reason, e.scope, e.until, e.source, u.name AS by, e.why
    FROM suppression_events e LEFT JOIN users u ON u.id = e.by_member
    WHERE e.workspace_id = ${ctx.workspaceId} AND e.address_hash = decode(${hash}, 'hex')
    ORDER BY e.id DESC LIMIT 50`);
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at),
    until: row.until === null ? null : new Date(row.until),
  }));
}
