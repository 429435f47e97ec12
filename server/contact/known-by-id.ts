import { sql } from "drizzle-orm";
import type { Ctx } from "#server/context.ts";
import { type Refusal, refusal } from "#server/refusal.ts";
import type { ReadyContact } from "./check.ts";

/** A known contact, found by its external id, whose address is another one now. */
export type Move = { contactId: string; email: string; emailKey: string };

/** What external ids say about a list: whose address changed, and the places in the list that contradict what is known. */
export type KnownById = { moves: Move[]; contradictions: { place: number; reason: Refusal }[] };

/**
 * Looks up the contacts that are known by the external ids of `rows`. A row with a known id and a new address
 * is that customer with a changed address; one whose address is already another contact's contradicts.
 */
export async function knownById(ctx: Ctx, rows: readonly ReadyContact[]): Promise<KnownById> {
  const found: KnownById = { moves: [], contradictions: [] };
  const named = rows.flatMap((row, place) => (row.externalId ? [{ row, id: row.externalId, place }] : []));
  if (named.length === 0) return found;
  const ids = JSON.stringify(named.map(({ id }) => id));
  const keys = JSON.stringify(named.map(({ row }) => row.emailKey));
  const known = await ctx.db.execute<{
    id: string;
    external_id: string | null;
    email_key: string | null;
  }>(sql`
    SELECT id, external_id, email_key FROM contacts WHERE workspace_id = ${ctx.workspaceId}
      AND external_id IN (SELECT jsonb_array_elements_text(${ids}::jsonb))
    UNION
    SELECT id, external_id, email_key FROM contacts WHERE workspace_id = ${ctx.workspaceId}
      AND email_key IN (SELECT jsonb_array_elements_text(${keys}::jsonb))`);
  const byId = new Map(known.map((contact) => [contact.external_id, contact]));
  const addresses = new Set(known.map((contact) => contact.email_key));

  for (const { row, id, place } of named) {
    const contact = byId.get(id);
    if (!contact || contact.email_key === row.emailKey) continue;
    if (addresses.has(row.emailKey)) {
      const reason = contact.email_key
        ? refusal("contactIds", { id, email: contact.email_key })
        : refusal("contactIdsNameless", { id });
      found.contradictions.push({ place, reason });
    } else found.moves.push({ contactId: contact.id, email: row.email, emailKey: row.emailKey });
  }
  return found;
}
