import { and, asc, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { companyDomains, identityProviders, members, users, workspaces } from "#db/schema/index.ts";
import { atTheDoor, type Ctx } from "#server/context.ts";
import { DomainError, notFound } from "#server/errors.ts";
import { sayStored } from "#server/i18n/say-refusal.ts";
import { readersLanguageIfAny } from "#server/i18n/speech.ts";
import { refusal } from "#server/refusal.ts";
import type { Provider } from "./provider.ts";
import { domainOf, proofHost, returnAddress } from "./rules.ts";

/** What client secrets are encrypted for. */
export const secretUse = "single-sign-on";

type ProviderRow = typeof identityProviders.$inferSelect;

/** The workspace's provider as it is kept, or null. */
export async function findProvider(ctx: Ctx): Promise<ProviderRow | null> {
  const [row] = await ctx.db
    .select()
    .from(identityProviders)
    .where(eq(identityProviders.workspaceId, ctx.workspaceId));
  return row ?? null;
}

/** @throws CONFLICT while there is none. */
export async function requireProvider(ctx: Ctx): Promise<ProviderRow> {
  const row = await findProvider(ctx);
  if (!row) throw new DomainError("CONFLICT", refusal("providerNone"));
  return row;
}

/** The same with its secret, and where people come back to; null without one, or when the secret cannot be read. */
export async function openProvider(
  ctx: Ctx,
): Promise<{ row: ProviderRow; provider: Provider; returnTo: string } | null> {
  const row = await findProvider(ctx);
  const bytes = row && ctx.tokens.decrypt(secretUse, row.secret);
  if (!row || !bytes) return null;
  const { issuer, clientId } = row;
  const provider = { issuer, clientId, secret: Buffer.from(bytes).toString("utf8") };
  return { row, provider, returnTo: returnAddress(ctx.site.appUrl, await keyOf(ctx)) };
}

async function keyOf(ctx: Ctx): Promise<string> {
  const [place] = await ctx.db
    .select({ key: workspaces.key })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  return place!.key;
}

/** The domains that are proven to be the company's. */
export async function provenDomains(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .select({ domain: companyDomains.domain })
    .from(companyDomains)
    .where(and(eq(companyDomains.workspaceId, ctx.workspaceId), isNotNull(companyDomains.provenAt)));
  return rows.map(({ domain }) => domain);
}

/** @throws NOT_FOUND for a domain of another workspace. */
export async function requireCompanyDomain(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select()
    .from(companyDomains)
    .where(and(eq(companyDomains.workspaceId, ctx.workspaceId), eq(companyDomains.id, id)));
  if (!row) throw notFound("domain");
  return row;
}

/** How people of the company sign in, for its administrators: all but the secret. */
export async function getSingleSignOn(ctx: Ctx) {
  const row = await findProvider(ctx);
  const domains = await ctx.db
    .select()
    .from(companyDomains)
    .where(eq(companyDomains.workspaceId, ctx.workspaceId))
    .orderBy(asc(companyDomains.domain));
  const administrators = await ctx.db
    .select({ userId: users.id, name: users.name })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.role, "admin")))
    .orderBy(asc(users.name), asc(users.id));
  return {
    provider: row && told(row),
    returnTo: returnAddress(ctx.site.appUrl, await keyOf(ctx)),
    domains: domains.map(({ workspaceId: _, ...domain }) => ({ ...domain, host: proofHost(domain.domain) })),
    administrators,
  };
}

/** Without its secret; what was wrong with the last trial is in the words of whoever reads it. */
function told({ workspaceId: _, id: __, secret: ___, problem, ...provider }: ProviderRow) {
  return { ...provider, problem: problem && sayStored(readersLanguageIfAny(), problem) };
}

/** Of several workspaces of one company the one that demands it leads, and else the one that proved the domain first. */
const leading = [desc(isNotNull(identityProviders.demandedAt)), asc(companyDomains.provenAt)];

const standing = and(isNotNull(companyDomains.provenAt), isNotNull(identityProviders.onAt));

/**
 * By whose provider people with addresses like `email` may sign in, and whether they must; null where none has one. It
 * says nothing of whether somebody has this address.
 */
export async function companyOf(
  db: Db,
  email: string,
): Promise<{ workspaceId: string; demanded: boolean } | null> {
  const [row] = await atTheDoor(db, (tx) =>
    tx
      .select({
        workspaceId: companyDomains.workspaceId,
        demanded: sql<boolean>`${identityProviders.demandedAt} IS NOT NULL`,
      })
      .from(companyDomains)
      .innerJoin(identityProviders, eq(identityProviders.workspaceId, companyDomains.workspaceId))
      .where(and(standing, eq(companyDomains.domain, domainOf(email))))
      .orderBy(...leading)
      .limit(1),
  );
  return row ?? null;
}

/** Whether somebody must sign in by their company's provider: one demands it, and they are not the administrator it keeps. */
export async function mustUseProvider(db: Db, user: { id: string; email: string }): Promise<boolean> {
  const rows = await atTheDoor(db, (tx) =>
    tx
      .select({ one: sql`1` })
      .from(companyDomains)
      .innerJoin(identityProviders, eq(identityProviders.workspaceId, companyDomains.workspaceId))
      .leftJoin(
        members,
        and(
          eq(members.workspaceId, identityProviders.workspaceId),
          eq(members.userId, identityProviders.keptId),
          eq(members.role, "admin"),
        ),
      )
      .where(
        and(
          standing,
          isNotNull(identityProviders.demandedAt),
          eq(companyDomains.domain, domainOf(user.email)),
          sql`${members.userId} IS DISTINCT FROM ${user.id}`,
        ),
      )
      .limit(1),
  );
  return rows.length > 0;
}

/** At the door: domains of all workspaces that were not looked at since `before`. */
export async function companyDomainsToCheck(
  tx: Tx,
  before: Date,
): Promise<{ workspaceId: string; companyDomainId: string }[]> {
  return tx
    .select({ workspaceId: companyDomains.workspaceId, companyDomainId: companyDomains.id })
    .from(companyDomains)
    .where(sql`coalesce(${companyDomains.checkedAt}, '-infinity') < ${before.toISOString()}::timestamptz`)
    .limit(200);
}

/** The workspace with this slug, for an administrator of it whom it is not shut to. Null for everybody else. */
export async function placeToTry(
  db: Db,
  here: { user: { id: string }; session: { id: string } },
  slug: string,
): Promise<string | null> {
  const [row] = await atTheDoor(db, (tx) =>
    tx
      .select({ id: workspaces.id })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(
        and(
          eq(workspaces.slug, slug),
          eq(members.userId, here.user.id),
          eq(members.role, "admin"),
          sql`NOT svar_lacks_factor(${members.workspaceId}, ${members.userId}, ${here.session.id})`,
        ),
      ),
  );
  return row?.id ?? null;
}
