import { runPrepared } from "#db/prepared.ts";
import { suppressContact } from "#server/contact/suppress.ts";
import type { Ctx } from "#server/context.ts";

/** Who wrote to the customer, and in which language; whether the customer asked not to be asked again. */
export type Addressed = { contactId: string; companyName: string; locale: string; optedOut: boolean };

/** The customer and the company behind an opt-out link, or null when the customer is gone. Reads only. */
export async function findAddressed(ctx: Ctx, invitationNumber: number): Promise<Addressed | null> {
  const [row] = await runPrepared<Addressed>(ctx.db, addressed, [ctx.workspaceId, invitationNumber]);
  return row ?? null;
}

/**
 * Takes a customer's wish not to be asked again, however old the mail, at once and for good. Again: the same.
 * Returns who was wished it from, or null when the customer is gone.
 */
export async function optOut(ctx: Ctx, invitationNumber: number): Promise<Addressed | null> {
  const found = await findAddressed(ctx, invitationNumber);
  if (!found) return null;
  if (!found.optedOut) {
    await suppressContact(ctx, { contactId: found.contactId, reason: "opted_out", source: "opt-out link" });
  }
  return { ...found, optedOut: true };
}

const addressed = `
  SELECT c.id AS "contactId", w.name AS "companyName", i.locale, EXISTS (
      SELECT FROM suppressions s
      WHERE s.workspace_id = c.workspace_id AND s.address_hash = c.address_hash
        AND s.reason = 'opted_out' AND s.until IS NULL
    ) AS "optedOut"
  FROM invitations i
  JOIN workspaces w ON w.id = i.workspace_id
  JOIN contacts c ON c.workspace_id = i.workspace_id AND c.id = i.contact_id
  WHERE i.workspace_id = $1::uuid AND i.number = $2::bigint`;
