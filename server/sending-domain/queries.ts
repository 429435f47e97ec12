import { createPrivateKey } from "node:crypto";
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { dkimKeys, sendingDomains, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import type { SendingIdentity } from "#server/mail/sender.ts";
import { dkimUse } from "./make-key.ts";
import { judge, type WantedRecord, wantedRecords } from "./rules.ts";

type DomainRow = typeof sendingDomains.$inferSelect;

/** @throws NOT_FOUND for a domain of another workspace. */
export async function requireDomain(ctx: Ctx, id: string): Promise<DomainRow> {
  const [row] = await ctx.db
    .select()
    .from(sendingDomains)
    .where(and(eq(sendingDomains.workspaceId, ctx.workspaceId), eq(sendingDomains.id, id)));
  if (!row) throw notFound("domain");
  return row;
}

const liveKeys = (ctx: Ctx, domainId: string) =>
  ctx.db
    .select({ id: dkimKeys.id, selector: dkimKeys.selector, publicKey: dkimKeys.publicKey })
    .from(dkimKeys)
    .where(
      and(
        eq(dkimKeys.workspaceId, ctx.workspaceId),
        eq(dkimKeys.domainId, domainId),
        isNull(dkimKeys.retiredAt),
      ),
    )
    .orderBy(asc(dkimKeys.createdAt));

/** The records that a domain needs. @throws NOT_FOUND for a domain of another workspace. */
export async function recordsOf(ctx: Ctx, domainId: string): Promise<WantedRecord[]> {
  const row = await requireDomain(ctx, domainId);
  return wantedRecords(row, await liveKeys(ctx, domainId), ctx.site);
}

/**
 * How a workspace sends: its domain with each record's state as of the last check, or null, the platform's own
 * address, and whether questions come from the colleague who knows the customer.
 */
export async function getSender(ctx: Ctx) {
  const [place] = await ctx.db
    .select({ personalSender: workspaces.personalSender })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const [row] = await ctx.db
    .select()
    .from(sendingDomains)
    .where(eq(sendingDomains.workspaceId, ctx.workspaceId));
  const shared = { platformAddress: ctx.site.mailFrom, personalSender: place!.personalSender };
  if (!row) return { ...shared, domain: null };
  const known = new Map(row.records.map((record) => [`${record.type} ${record.host}`, record]));
  const wanted = await recordsOf(ctx, row.id);
  const { workspaceId: _, records: __, ...domain } = row;
  return {
    ...shared,
    domain: {
      ...domain,
      fromAddress: `${row.fromLocal}@${row.domain}`,
      records: wanted.map((record) => {
        const seen = known.get(`${record.type} ${record.host}`);
        return seen?.expected === record.expected ? seen : judge(record, null);
      }),
    },
  };
}

/**
 * What mail of a workspace is sent as: its own address, return path and key, or null while its domain is not
 * verified, so that nothing leaves misaligned (RELIABILITY.md C1, C2).
 */
export async function findIdentity(ctx: Ctx): Promise<SendingIdentity | null> {
  const [row] = await ctx.db
    .select({ domain: sendingDomains, key: dkimKeys })
    .from(sendingDomains)
    .innerJoin(
      dkimKeys,
      and(eq(dkimKeys.workspaceId, sendingDomains.workspaceId), eq(dkimKeys.domainId, sendingDomains.id)),
    )
    .where(
      and(
        eq(sendingDomains.workspaceId, ctx.workspaceId),
        isNotNull(sendingDomains.verifiedAt),
        isNotNull(dkimKeys.verifiedAt),
        isNull(dkimKeys.retiredAt),
      ),
    )
    .orderBy(desc(dkimKeys.createdAt))
    .limit(1);
  if (!row) return null;
  const { domain, fromLocal, returnLabel } = row.domain;
  const bytes = ctx.tokens.decrypt(dkimUse, row.key.privateKey);
  if (!bytes) return null;
  const privateKey = createPrivateKey({ key: Buffer.from(bytes), type: "pkcs8", format: "der" });
  return {
    fromAddress: `${fromLocal}@${domain}`,
    returnDomain: `${returnLabel}.${domain}`,
    key: { domain, selector: row.key.selector, privateKey },
  };
}

/** At the door: domains of all workspaces that were not looked at since `before`. */
export async function domainsToCheck(
  tx: Tx,
  before: Date,
): Promise<{ workspaceId: string; domainId: string }[]> {
  return tx
    .select({ workspaceId: sendingDomains.workspaceId, domainId: sendingDomains.id })
    .from(sendingDomains)
    .where(sql`coalesce(${sendingDomains.checkedAt}, '-infinity') < ${before.toISOString()}::timestamptz`)
    .limit(200);
}

/** At the door: whether bounces may come back to `host`, a return path of some workspace. */
export async function isReturnPath(tx: Tx, host: string): Promise<boolean> {
  const [row] = await tx
    .select({ domain: sendingDomains.domain })
    .from(sendingDomains)
    .where(sql`${sendingDomains.returnLabel} || '.' || ${sendingDomains.domain} = ${host.toLowerCase()}`)
    .limit(1);
  return row !== undefined;
}
