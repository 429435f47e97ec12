import { addMonths } from "date-fns";
import { runPrepared } from "#db/prepared.ts";
import type { Ctx } from "#server/context.ts";
import type { Tone } from "#server/i18n/locales.ts";
import { suppressContact } from "#server/suppression/suppress-contact.ts";

/** How long a break from being asked may be, in months (PRODUCT.md B5). */
export const pauseMonths = [3, 6, 12] as const;
export type PauseMonths = (typeof pauseMonths)[number];

/** Who wrote to the customer, and in which language; until when the customer asked not to be asked, "for good", or null. */
export type Addressed = {
  contactId: string;
  companyName: string;
  locale: string;
  tone: Tone;
  timezone: string;
  stopped: "for good" | Date | null;
};

/** The customer and the company behind an opt-out link, or null when the customer is gone. Reads only. */
export async function findAddressed(ctx: Ctx, invitationNumber: number): Promise<Addressed | null> {
  const [row] = await runPrepared<Row>(ctx.db, addressed, [
    ctx.workspaceId,
    invitationNumber,
    ctx.now.toISOString(),
  ]);
  if (!row) return null;
  const { until, ...found } = row;
  return { ...found, stopped: until === null ? null : until === "infinity" ? "for good" : new Date(until) };
}

/**
 * Takes a customer's wish not to be asked again, however old the mail, at once: for good, or for `months` from now.
 * Again: the same; a break does not shorten what was asked for before. Returns what holds now, or null when the
 * customer is gone.
 */
export async function optOut(
  ctx: Ctx,
  invitationNumber: number,
  months: PauseMonths | null = null,
): Promise<Addressed | null> {
  const found = await findAddressed(ctx, invitationNumber);
  if (!found || found.stopped === "for good") return found;
  await suppressContact(ctx, {
    contactId: found.contactId,
    reason: "opted_out",
    source: "opt-out link",
    ...(months ? { until: addMonths(ctx.now, months) } : {}),
  });
  return findAddressed(ctx, invitationNumber);
}

type Row = Omit<Addressed, "stopped"> & { until: string | null };

const addressed = `
  SELECT c.id AS "contactId", w.name AS "companyName", i.locale, v.tone, w.timezone, (
      SELECT max(coalesce(s.until, 'infinity'))::text FROM suppressions s
      WHERE s.workspace_id = c.workspace_id AND s.address_hash = c.address_hash
        AND s.reason = 'opted_out' AND (s.until IS NULL OR s.until > $3::timestamptz)
    ) AS until
  FROM invitations i
  JOIN workspaces w ON w.id = i.workspace_id
  JOIN surveys v ON v.workspace_id = i.workspace_id AND v.id = i.survey_id
  JOIN contacts c ON c.workspace_id = i.workspace_id AND c.id = i.contact_id
  WHERE i.workspace_id = $1::uuid AND i.number = $2::bigint AND c.erased_at IS NULL`;
