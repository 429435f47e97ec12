import { and, eq, isNull } from "drizzle-orm";
import { type CheckedRecord, dkimKeys, members, sendingDomains, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { enqueueMail } from "#server/mail/enqueue.ts";
import { requireDomain } from "./queries.ts";
import { retireOlderKeys } from "./rotate-key.ts";
import { standingOf } from "./rules.ts";

/**
 * Writes down what DNS said of a domain. Mail comes from it from the moment that all is right, and not any more from
 * the moment that something is missing or wrong: then its administrators are told. A DNS that could not be asked
 * changes nothing. Returns how the domain stands.
 * @throws NOT_FOUND for a domain of another workspace.
 */
export async function noteAnswers(
  ctx: Ctx,
  input: { domainId: string; records: CheckedRecord[] },
): Promise<ReturnType<typeof standingOf>> {
  const before = await requireDomain(ctx, input.domainId);
  const standing = standingOf(input.records);
  await noteKeys(ctx, before.id, input.records);
  const lost = standing === "not" && before.verifiedAt !== null;
  await ctx.db
    .update(sendingDomains)
    .set({
      records: input.records,
      checkedAt: ctx.now,
      ...(standing === "verified" ? { verifiedAt: before.verifiedAt ?? ctx.now, lostAt: null } : {}),
      ...(lost ? { verifiedAt: null, lostAt: ctx.now } : {}),
    })
    .where(and(eq(sendingDomains.workspaceId, ctx.workspaceId), eq(sendingDomains.id, before.id)));
  if (lost) await alarm(ctx, before.id, before.domain);
  ctx.nudge("domains", before.id);
  return standing;
}

async function noteKeys(ctx: Ctx, domainId: string, records: CheckedRecord[]): Promise<void> {
  for (const { keyId, state } of records) {
    if (!keyId || state !== "verified") continue;
    const [key] = await ctx.db
      .update(dkimKeys)
      .set({ verifiedAt: ctx.now })
      .where(
        and(eq(dkimKeys.workspaceId, ctx.workspaceId), eq(dkimKeys.id, keyId), isNull(dkimKeys.verifiedAt)),
      )
      .returning({ createdAt: dkimKeys.createdAt });
    if (key) await retireOlderKeys(ctx, domainId, key.createdAt);
  }
}

async function alarm(ctx: Ctx, domainId: string, domain: string): Promise<void> {
  const administrators = await ctx.db
    .select({ id: users.id, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.role, "admin")));
  for (const { id, email } of administrators) {
    await enqueueMail(ctx, {
      kind: "domain_lost",
      toAddress: email,
      dedupeKey: `domain_lost:${domainId}:${id}:${ctx.now.getTime()}`,
      payload: { domain },
    });
  }
}
