import { sql } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { workspaces } from "#db/schema/index.ts";
import { namedAccounts } from "#server/account/named.ts";
import type { Ctx } from "#server/context.ts";
import { namedTeams } from "#server/team/named.ts";
import { emailKeyOf, localeOf } from "./rules.ts";
import { ContactInput } from "./schema.ts";

export type Rejected = { index: number; field: string; reason: string };
export type Upserted = { created: number; updated: number; rejected: Rejected[] };

type Ready = ContactInput & { emailKey: string };

/**
 * Makes contacts or brings those that are known by their address up to date, all in few statements however
 * many there are. Of two rows with one address the later wins; attributes are added to those known; empty
 * fields erase nothing. Returns how many were made and updated, and for each refused row its place in the
 * list (from 0), the field and the reason.
 */
export async function upsertContacts(
  ctx: Ctx,
  input: { contacts: unknown[]; source: string },
): Promise<Upserted> {
  const rejected: Rejected[] = [];
  const ready = new Map<string, Ready & { index: number }>();
  input.contacts.forEach((contact, index) => {
    const checked = checkContact(contact);
    if ("field" in checked) rejected.push({ index, ...checked });
    else ready.set(checked.emailKey, { ...checked, index });
  });
  const rows = [...ready.values()];
  const taken = await takenIds(ctx, rows);
  const free = rows.filter((row) => {
    if (!row.externalId || (taken.get(row.externalId) ?? row.emailKey) === row.emailKey) return true;
    rejected.push({
      index: row.index,
      field: "externalId",
      reason: `Another contact (${taken.get(row.externalId)}) has this id already. Ids must be different.`,
    });
    return false;
  });
  const created = free.length > 0 ? await write(ctx, free, input.source) : 0;
  ctx.nudge("contacts");
  rejected.sort((a, b) => a.index - b.index);
  return { created, updated: free.length - created, rejected };
}

/** A contact ready to be kept, or the field that is wrong and how to mend it. */
export function checkContact(contact: unknown): Ready | { field: string; reason: string } {
  const parsed = ContactInput.safeParse(contact);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const field = issue.code === "unrecognized_keys" ? issue.keys[0] : issue.path.join(".");
    return { field: field || "contact", reason: issue.message };
  }
  const emailKey = emailKeyOf(parsed.data.email);
  if (!emailKey)
    return {
      field: "email",
      reason: "This is not an e-mail address mail can be sent to, like name@example.com.",
    };
  const locale = parsed.data.locale ? localeOf(parsed.data.locale) : null;
  if (parsed.data.locale && !locale) {
    return { field: "locale", reason: "Write the language as a code like sv or en, or by its name." };
  }
  return { ...parsed.data, locale, emailKey };
}

/** Which address has each of these external ids now, or within this list. */
async function takenIds(ctx: Ctx, rows: Ready[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => (row.externalId ? [row.externalId] : []));
  if (ids.length === 0) return new Map();
  const known = await ctx.db.execute<{ external_id: string; email_key: string }>(sql`
    SELECT external_id, email_key FROM contacts
    WHERE workspace_id = ${ctx.workspaceId} AND email_key IS NOT NULL
      AND external_id IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`);
  const taken = new Map(known.map((row) => [row.external_id, row.email_key]));
  for (const row of rows)
    if (row.externalId && !taken.has(row.externalId)) taken.set(row.externalId, row.emailKey);
  return taken;
}

async function write(ctx: Ctx, rows: Ready[], source: string): Promise<number> {
  const accounts = await namedAccounts(
    ctx,
    rows.flatMap((row) => row.account || []),
  );
  const teams = await namedTeams(
    ctx,
    rows.flatMap((row) => row.team || []),
  );
  const records = rows.map((row) => ({
    id: newId(ctx.now.getTime()),
    email: row.email.trim(),
    email_key: row.emailKey,
    address_hash: Buffer.from(ctx.tokens.hashAddress(ctx.workspaceId, row.emailKey)).toString("hex"),
    name: row.name || null,
    locale: row.locale || null,
    external_id: row.externalId || null,
    account_id: row.account ? accounts.get(row.account.toLowerCase()) : null,
    team_id: row.team ? teams.get(row.team.toLowerCase()) : null,
    employee: row.employee || null,
    attributes: withoutEmpty(row.attributes ?? {}),
  }));
  const written = await ctx.db.execute<{ created: boolean }>(sql`
    INSERT INTO contacts AS known (workspace_id, id, email, email_key, address_hash, name, locale, external_id,
      account_id, team_id, employee, attributes, source, legal_ground, created_at, updated_at)
    SELECT ${ctx.workspaceId}, r.id, r.email, r.email_key, decode(r.address_hash, 'hex'), r.name, r.locale,
      r.external_id, r.account_id, r.team_id, r.employee, r.attributes, ${source}, w.legal_ground,
      ${ctx.now.toISOString()}::timestamptz, ${ctx.now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS r (id uuid, email text, email_key text,
      address_hash text, name text, locale text, external_id text, account_id uuid, team_id uuid, employee text,
      attributes jsonb)
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
    RETURNING xmax = 0 AS created`);
  return written.filter((row) => row.created).length;
}

const withoutEmpty = (attributes: Record<string, string>) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ""));
