import { and, desc, eq, gt, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { digestPeriods, digests, outboundMails, users, workspaces } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { dueOn, localTime, mayMailColleagues, nextDueOn } from "./rules.ts";

export type Digest = typeof digests.$inferSelect;

/** How long an ended digest stays in the list, in milliseconds. */
const rememberedMs = 30 * 86_400_000;

/**
 * The digests that the acting member sees: those they read and, for managers, those set up for colleagues; running
 * ones first. With the next day it is due, what became of it last, and who reads, made and ended it. One that ended
 * stays for 30 days.
 */
export async function listDigests(ctx: Ctx) {
  const [creators, enders] = [alias(users, "creators"), alias(users, "enders")];
  const rows = await ctx.db
    .select({
      digest: digests,
      reader: users.name,
      createdBy: creators.name,
      endedBy: enders.name,
      timezone: workspaces.timezone,
    })
    .from(digests)
    .innerJoin(workspaces, eq(workspaces.id, digests.workspaceId))
    .innerJoin(users, eq(users.id, digests.userId))
    .leftJoin(creators, eq(creators.id, digests.createdBy))
    .leftJoin(enders, eq(enders.id, digests.endedBy))
    .where(and(visible(ctx), or(isNull(digests.endedAt), gt(digests.endedAt, remembered(ctx)))))
    .orderBy(desc(isNull(digests.endedAt)), digests.createdAt, digests.id);
  const last = await lastPeriods(ctx);
  return rows.map(({ digest: { workspaceId: _, number, ...digest }, timezone, ...people }) => ({
    ...digest,
    ...people,
    mine: digest.userId === memberId(ctx.actor),
    forColleague: digest.createdBy !== digest.userId,
    nextOn: nextDueOn(digest, localTime(ctx.now, timezone)),
    lastMailed: last.find(({ digestId, outcome }) => digestId === digest.id && outcome === "mailed") ?? null,
    lastSilent:
      last.find(({ digestId, outcome }) => digestId === digest.id && outcome === "nothing_new") ?? null,
  }));
}

const remembered = (ctx: Ctx) => new Date(ctx.now.getTime() - rememberedMs);

/** Of each digest the last mail, with what became of that, and the last time there was nothing to tell. */
function lastPeriods(ctx: Ctx) {
  return ctx.db
    .selectDistinctOn([digestPeriods.digestId, digestPeriods.outcome], {
      digestId: digestPeriods.digestId,
      outcome: digestPeriods.outcome,
      dueOn: digestPeriods.dueOn,
      mail: outboundMails.state,
    })
    .from(digestPeriods)
    .leftJoin(
      outboundMails,
      and(
        eq(outboundMails.workspaceId, digestPeriods.workspaceId),
        eq(outboundMails.id, digestPeriods.mailId),
      ),
    )
    .where(eq(digestPeriods.workspaceId, ctx.workspaceId))
    .orderBy(digestPeriods.digestId, digestPeriods.outcome, desc(digestPeriods.dueOn));
}

/** What the acting member sees and may change: their own, and those for colleagues where they may make such. */
function visible(ctx: Ctx): SQL {
  const mine = eq(digests.userId, memberId(ctx.actor) ?? "");
  const manages = ctx.actor.kind === "member" && mayMailColleagues(ctx.actor.role);
  const forColleagues = or(isNull(digests.createdBy), ne(digests.createdBy, digests.userId));
  return and(eq(digests.workspaceId, ctx.workspaceId), manages ? or(mine, forColleagues) : mine)!;
}

/**
 * A running digest that the acting member may change.
 * @throws NOT_FOUND when there is none: another workspace's, another member's own, or one that ended.
 */
export async function requireDigest(ctx: Ctx, digestId: string): Promise<Digest> {
  const [row] = await ctx.db
    .select()
    .from(digests)
    .where(and(visible(ctx), eq(digests.id, digestId), isNull(digests.endedAt)));
  if (!row) throw notFound("digest");
  return row;
}

/** A digest with who reads and made it and where, whether it runs or has ended; null when there is none. */
export async function findDigest(ctx: Ctx, by: { id: string } | { number: number }) {
  const creators = alias(users, "creators");
  const [row] = await ctx.db
    .select({
      digest: digests,
      reader: { name: users.name, email: users.email },
      createdBy: creators.name,
      workspace: {
        key: workspaces.key,
        slug: workspaces.slug,
        name: workspaces.name,
        timezone: workspaces.timezone,
      },
    })
    .from(digests)
    .innerJoin(workspaces, eq(workspaces.id, digests.workspaceId))
    .innerJoin(users, eq(users.id, digests.userId))
    .leftJoin(creators, eq(creators.id, digests.createdBy))
    .where(
      and(
        eq(digests.workspaceId, ctx.workspaceId),
        "id" in by ? eq(digests.id, by.id) : eq(digests.number, by.number),
      ),
    );
  return row ?? null;
}

/** The digests of all workspaces that are due now, each with the day it is due for. For the worker, at the door. */
export async function dueDigests(tx: Tx, now: Date) {
  const rows = await tx
    .select({
      workspaceId: digests.workspaceId,
      id: digests.id,
      rhythm: digests.rhythm,
      weekday: digests.weekday,
      hour: digests.hour,
      timedAt: digests.timedAt,
      timezone: workspaces.timezone,
      handledOn: sql<string | null>`(
        SELECT max(p.due_on)::text FROM digest_periods p
        WHERE p.workspace_id = ${digests.workspaceId} AND p.digest_id = ${digests.id})`,
    })
    .from(digests)
    .innerJoin(workspaces, eq(workspaces.id, digests.workspaceId))
    .where(isNull(digests.endedAt));
  const clocks = new Map(
    [...new Set(rows.map(({ timezone }) => timezone))].map((zone) => [zone, localTime(now, zone)]),
  );
  return rows.flatMap(({ workspaceId, id, timezone, ...timing }) => {
    const day = dueOn(timing, clocks.get(timezone)!, timezone);
    return day ? [{ workspaceId, id, dueOn: day }] : [];
  });
}
