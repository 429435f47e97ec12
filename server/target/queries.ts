import { and, eq, isNull, type SQL } from "drizzle-orm";
import { selectOften } from "#db/prepared.ts";
import { targetChanges, targets, teams } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { listMembers, timezoneOf } from "#server/workspace/queries.ts";
import { readStanding } from "./read-standing.ts";
import { dayAt, periodsOf } from "./rules.ts";

/** A target with its log, oldest first. Names are null where nobody was named, and of those who no longer work here. */
export type KnownTarget = Awaited<ReturnType<typeof knownTargets>>["known"][number];

/** How many periods that are over a target of the list tells of, the present one aside. */
const mostEarlier = 4;

/**
 * All targets as they stand now, by metric, each with its log and, where its periods come again, the
 * outcomes of the last four; and who and what a target can be about.
 */
export async function listTargets(ctx: Ctx) {
  const { known, today, ...offered } = await knownTargets(ctx, undefined);
  const all = await Promise.all(
    known.map(async (target) => {
      const periods = periodsOf(target, today, target.endedOn, mostEarlier + 1);
      const standings = await Promise.all(periods.map((period) => readStanding(ctx, target, period, today)));
      const [first] = standings;
      const isNow = first && target.endedOn === null ? first : null;
      return { ...target, now: isNow, earlier: isNow ? standings.slice(1) : standings };
    }),
  );
  return { targets: all, today, ...offered };
}

/**
 * The targets of the whole or of one team that have days among those from `from` to `to` (absent: no end), each as it
 * stands or stood in the last of its periods there, and all of its periods there with what was asked for in them.
 */
export async function targetsOn(ctx: Ctx, part: { team?: string; from?: string; to?: string }) {
  const ofPart = part.team ? eq(targets.teamId, part.team) : isNull(targets.teamId);
  const query = ctx.db
    .select({ id: targets.id })
    .from(targets)
    .where(and(eq(targets.workspaceId, ctx.workspaceId), ofPart))
    .limit(1);
  const [any] = await selectOften(query);
  if (!any) return [];
  const { known, today } = await knownTargets(ctx, ofPart);
  const found = known.map(async (target) => {
    const periods = periodsOf(target, today, target.endedOn, mostDrawn).filter(
      ({ from, to }) => (!part.to || from <= part.to) && (!part.from || to >= part.from),
    );
    const [last] = periods;
    return last ? { target, periods, now: await readStanding(ctx, target, last, today) } : null;
  });
  return (await Promise.all(found)).filter((one) => one !== null);
}

/** A line of more periods than these says nothing. */
const mostDrawn = 60;

async function knownTargets(ctx: Ctx, where: SQL | undefined) {
  const here = <T extends typeof targets | typeof targetChanges | typeof teams>(table: T) =>
    eq(table.workspaceId, ctx.workspaceId);
  const [timezone, rows, changes, members, ofTeams] = await Promise.all([
    timezoneOf(ctx),
    ctx.db
      .select()
      .from(targets)
      .where(and(here(targets), where))
      .orderBy(targets.metric, targets.createdAt, targets.id),
    ctx.db
      .select()
      .from(targetChanges)
      .where(here(targetChanges))
      .orderBy(targetChanges.targetId, targetChanges.version),
    listMembers(ctx),
    ctx.db.select({ id: teams.id, name: teams.name }).from(teams).where(here(teams)).orderBy(teams.name),
  ]);

  const dayOf = (moment: Date) => dayAt(moment, timezone);
  const person = (id: string | null) => members.find(({ userId }) => userId === id)?.name ?? null;
  const known = rows.map(({ workspaceId: _, ...row }) => ({
    ...row,
    teamName: ofTeams.find(({ id }) => id === row.teamId)?.name ?? null,
    ownerName: person(row.ownerId),
    endedOn: row.endedAt && dayOf(row.endedAt),
    versions: changes
      .filter(({ targetId }) => targetId === row.id)
      .map(({ workspaceId: _, targetId: __, ...change }) => ({
        ...change,
        on: dayOf(change.at),
        ownerName: person(change.ownerId),
        changedByName: person(change.changedBy),
      })),
  }));
  return {
    known,
    today: dayOf(ctx.now),
    timezone,
    teams: ofTeams,
    members: members.map(({ userId, name }) => ({ id: userId, name })),
  };
}
