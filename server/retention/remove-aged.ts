import { subMonths } from "date-fns";
import { and, eq, lt, sql } from "drizzle-orm";
import { retentionRuns, workspaces } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { localTime } from "#server/digest/rules.ts";
import { aged } from "./aged.ts";
import { forget } from "./forget.ts";
import { settingsOf, standingHold } from "./queries.ts";
import { type Kind, periodAt } from "./rules.ts";

/** From this hour on, by the workspace's clocks, a day's removal begins: when few people answer. */
const fromHour = 2;

/**
 * Removes the oldest of a kind, at most `most`, and notes how many. Returns how many it took: fewer than `most` when nothing
 * is left to remove today, which is when the day's number is written into the audit log. Does nothing while a hold stands,
 * for a kind that is kept, or when the day's removal is over. Several workers at once take different rows or none.
 */
export async function removeAged(ctx: Ctx, { kind, most }: { kind: Kind; most: number }): Promise<number> {
  const settings = (await settingsOf(ctx)).filter((one) => one.kind === kind);
  const months = periodAt(kind, settings, ctx.now);
  if (months === null || (await standingHold(ctx))) return 0;
  const day = await dayOf(ctx);
  if (!day || !(await mayGoOn(ctx, kind, day))) return 0;
  const before = sql`${subMonths(ctx.now, months).toISOString()}::timestamptz`;
  const rows = await ctx.db.execute<{ id: string }>(
    sql`SELECT id FROM (${aged[kind](ctx, before)}) AS aged ORDER BY at, id LIMIT ${most}`,
  );
  if (rows.length > 0) {
    await forget[kind](
      ctx,
      rows.map(({ id }) => id),
    );
  }
  await note(ctx, { kind, day, months, removed: rows.length, over: rows.length < most });
  return rows.length;
}

/** The day by the workspace's clocks, or null while it is too early for it. */
async function dayOf(ctx: Ctx): Promise<string | null> {
  const [workspace] = await ctx.db
    .select({ timezone: workspaces.timezone })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const { day, hour } = localTime(ctx.now, workspace!.timezone);
  return hour >= fromHour ? day : null;
}

/** Whether this day's removal of the kind is not over, and no other worker is at it: that one goes on. */
async function mayGoOn(ctx: Ctx, kind: Kind, day: string): Promise<boolean> {
  const key = `retention/${ctx.workspaceId}/${kind}`;
  const [lock] = await ctx.db.execute<{ mine: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${key}, 0)) AS mine`,
  );
  if (!lock!.mine) return false;
  const [run] = await ctx.db
    .select({ ended: retentionRuns.endedAt })
    .from(retentionRuns)
    .where(ofDay(ctx, kind, day));
  return !run?.ended;
}

type Batch = { kind: Kind; day: string; months: number; removed: number; over: boolean };

async function note(ctx: Ctx, { kind, day, months, removed, over }: Batch): Promise<void> {
  const endedAt = over ? ctx.now : null;
  const [run] = await ctx.db
    .insert(retentionRuns)
    .values({ workspaceId: ctx.workspaceId, day, kind, months, removed, beganAt: ctx.now, endedAt })
    .onConflictDoUpdate({
      target: [retentionRuns.workspaceId, retentionRuns.day, retentionRuns.kind],
      set: { months, endedAt, removed: sql`${retentionRuns.removed} + ${removed}` },
    })
    .returning({ removed: retentionRuns.removed });
  if (!over) return;
  await forgetIdleDays(ctx, kind, day);
  if (run!.removed > 0) {
    await recordAct(ctx, "privacy.aged_removed", {
      id: kind,
      label: kind,
      after: { rows: run!.removed, months },
    });
  }
}

/** Days on which there was nothing to remove are no history. */
async function forgetIdleDays(ctx: Ctx, kind: Kind, before: string): Promise<void> {
  await ctx.db
    .delete(retentionRuns)
    .where(
      and(
        eq(retentionRuns.workspaceId, ctx.workspaceId),
        eq(retentionRuns.kind, kind),
        eq(retentionRuns.removed, 0),
        lt(retentionRuns.day, before),
      ),
    );
}

const ofDay = (ctx: Ctx, kind: Kind, day: string) =>
  and(
    eq(retentionRuns.workspaceId, ctx.workspaceId),
    eq(retentionRuns.day, day),
    eq(retentionRuns.kind, kind),
  );
