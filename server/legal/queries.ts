import { eq, type SQL, sql } from "drizzle-orm";
import { dataProtectionContacts, legalRules, users, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import {
  acceptable,
  type Country,
  countries,
  countryAttributes,
  countryDomains,
  countryNames,
  type LegalRule,
  proposedLaw,
} from "./rules.ts";
import { sayReason } from "./say-reason.ts";

/** What a workspace goes by: its rules by country with their reasons, and the country of contacts that tell none. */
export type WorkspaceLaw = { law: Record<Country, LegalRule & { reason: string }>; country: Country };

/** The workspace's own rules over the proposed ones, each with its reason for whoever reads it. */
export async function findLaw(ctx: Ctx): Promise<WorkspaceLaw> {
  const rows = await ctx.db
    .select({ country: legalRules.country, accepts: legalRules.accepts, reason: legalRules.reason })
    .from(legalRules)
    .where(eq(legalRules.workspaceId, ctx.workspaceId));
  const own = new Map(rows.map((row) => [row.country, row]));
  const law = countries.map((each) => {
    const accepted = own.get(each)?.accepts ?? proposedLaw[each].accepts;
    const accepts = acceptable.filter((ground) => accepted.includes(ground));
    return [each, { accepts, reason: sayReason(each, own.get(each)?.reason) }] as const;
  });
  const [workspace] = await ctx.db
    .select({ country: workspaces.country })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  return { law: Object.fromEntries(law) as WorkspaceLaw["law"], country: workspace!.country };
}

/** Everything the settings of the law show: the defaults, and each country's rule with who changed it when. */
export async function getLegal(ctx: Ctx) {
  const { law, country } = await findLaw(ctx);
  const [workspace] = await ctx.db
    .select({ ground: workspaces.legalGround })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const changes = await ctx.db
    .select({ country: legalRules.country, at: legalRules.updatedAt, by: users.name })
    .from(legalRules)
    .leftJoin(users, eq(users.id, legalRules.updatedBy))
    .where(eq(legalRules.workspaceId, ctx.workspaceId));
  const changed = new Map(changes.map((change) => [change.country, change]));
  return {
    ground: workspace!.ground,
    country,
    rules: countries.map((each) => ({
      country: each,
      ...law[each],
      changed: changed.get(each) ?? null,
    })),
  };
}

/** Whom customers turn to about their data: who answers for it, and the officer. */
export type DataProtection = Awaited<ReturnType<typeof getDataProtection>>;

/** The data-protection contact as it was written; where nobody is named, the company by its name and postal address. */
export async function getDataProtection(ctx: Ctx) {
  const [row] = await ctx.db
    .select({ own: dataProtectionContacts, name: workspaces.name, postalAddress: workspaces.postalAddress })
    .from(workspaces)
    .leftJoin(dataProtectionContacts, eq(dataProtectionContacts.workspaceId, workspaces.id))
    .where(eq(workspaces.id, ctx.workspaceId));
  const { own, name, postalAddress } = row!;
  return {
    controllerName: own?.controllerName ?? name,
    controllerEmail: own?.controllerEmail ?? null,
    controllerPhone: own?.controllerPhone ?? null,
    controllerAddress: own?.controllerAddress ?? postalAddress,
    officerName: own?.officerName ?? null,
    officerEmail: own?.officerEmail ?? null,
    officerPhone: own?.officerPhone ?? null,
  };
}

/** What the foot of a mail says, beside `workspaces`: the officer's address, or who answers for the data; null where no address is known. */
export const dataContact = sql<string | null>`(
  SELECT coalesce(d.officer_email, d.controller_email) FROM ${dataProtectionContacts} d
  WHERE d.workspace_id = ${workspaces.id})`;

/** `countryOf` of rules.ts for the contacts `c`. */
export function countryIn(usual: Country): SQL {
  const keys = sql`(SELECT jsonb_array_elements_text(${JSON.stringify(countryAttributes)}::jsonb))`;
  return sql`coalesce(
    (SELECT coalesce(${JSON.stringify(countryNames)}::jsonb ->> lower(btrim(written.value)), 'other')
      FROM jsonb_each_text(c.attributes) AS written
      WHERE lower(written.key) IN ${keys} AND btrim(written.value) <> '' ORDER BY written.key COLLATE "C" LIMIT 1),
    upper(substring(c.email_key FROM ${`\\.(${countryDomains.join("|")})$`})),
    ${usual}::text)`;
}
