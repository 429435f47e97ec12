import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { retentionHolds, retentionPeriods, retentionRuns, users } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { type Kind, kinds, periodAt, type Setting, standingOf } from "./rules.ts";

type Known = Setting & { kind: Kind; by: string | null };

/** Every period that was set in this workspace. */
export async function settingsOf(ctx: Ctx): Promise<Known[]> {
  return ctx.db
    .select({
      kind: retentionPeriods.kind,
      months: retentionPeriods.months,
      at: retentionPeriods.setAt,
      by: users.name,
    })
    .from(retentionPeriods)
    .leftJoin(users, eq(users.id, retentionPeriods.setBy))
    .where(eq(retentionPeriods.workspaceId, ctx.workspaceId))
    .orderBy(desc(retentionPeriods.setAt));
}

/** The hold that stands, with who set it; null when there is none. */
export async function standingHold(ctx: Ctx) {
  const [hold] = await ctx.db
    .select({ reason: retentionHolds.reason, at: retentionHolds.heldAt, by: users.name })
    .from(retentionHolds)
    .leftJoin(users, eq(users.id, retentionHolds.heldBy))
    .where(and(eq(retentionHolds.workspaceId, ctx.workspaceId), isNull(retentionHolds.endedAt)));
  return hold ?? null;
}

const mostRuns = 60;

/**
 * For each kind what was set last, by whom and when, and the period that removes things now with the moment from which the
 * one that was set does; the hold that stands; and what was removed lately, newest first.
 */
export async function getRetention(ctx: Ctx) {
  const settings = await settingsOf(ctx);
  const runs = await ctx.db
    .select({
      day: retentionRuns.day,
      kind: retentionRuns.kind,
      months: retentionRuns.months,
      removed: retentionRuns.removed,
      ended: retentionRuns.endedAt,
    })
    .from(retentionRuns)
    .where(and(eq(retentionRuns.workspaceId, ctx.workspaceId), gt(retentionRuns.removed, 0)))
    .orderBy(desc(retentionRuns.day), retentionRuns.kind)
    .limit(mostRuns);
  return {
    kinds: kinds.map((kind) => {
      const own = settings.filter((one) => one.kind === kind);
      const { months, from } = standingOf(kind, own, ctx.now);
      const set = own[0] ? { at: own[0].at, by: own[0].by } : null;
      return { kind, months, from, set, removes: periodAt(kind, own, ctx.now) };
    }),
    hold: await standingHold(ctx),
    runs,
  };
}
