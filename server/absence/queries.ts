import { and, asc, eq, gte, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { absences, members, users } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { dayIn } from "#server/working-time/rules.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import { standInOf } from "./rules.ts";

const cover = alias(users, "cover");
const coverMember = alias(members, "cover_member");

/**
 * Who is away today or later, by the first day: of people who work here and are stood in for by people who do. `today`
 * is that of the workspace; `mayEnd` says whether the acting person may end it.
 */
export async function listAbsences(ctx: Ctx) {
  const today = await findToday(ctx);
  const rows = await ctx.db
    .select({
      id: absences.id,
      userId: absences.userId,
      name: users.name,
      coverId: absences.coverId,
      coverName: cover.name,
      coverEmail: cover.email,
      fromDay: absences.fromDay,
      toDay: absences.toDay,
    })
    .from(absences)
    .innerJoin(
      members,
      and(eq(members.workspaceId, absences.workspaceId), eq(members.userId, absences.userId)),
    )
    .innerJoin(
      coverMember,
      and(eq(coverMember.workspaceId, absences.workspaceId), eq(coverMember.userId, absences.coverId)),
    )
    .innerJoin(users, eq(users.id, absences.userId))
    .innerJoin(cover, eq(cover.id, absences.coverId))
    .where(
      and(eq(absences.workspaceId, ctx.workspaceId), isNull(absences.endedAt), gte(absences.toDay, today)),
    )
    .orderBy(asc(absences.fromDay), asc(absences.id));
  return { today, absences: rows.map((row) => ({ ...row, mayEnd: maySetFor(ctx, row.userId) })) };
}

/** Who is away today, by their id: until which day, and who stands in for them. */
export async function findAwayToday(ctx: Ctx): Promise<Map<string, { toDay: string; coverName: string }>> {
  const { today, absences: away } = await listAbsences(ctx);
  return new Map(
    away
      .filter(({ fromDay }) => fromDay <= today)
      .map(({ userId, toDay, coverName }) => [userId, { toDay, coverName }]),
  );
}

/** Whether the acting person may say when somebody is away: their own days, and as a manager everybody's. */
export function maySetFor({ actor }: Ctx, userId: string): boolean {
  return memberId(actor) === userId || (actor.kind === "member" && /^(manager|admin)$/.test(actor.role));
}

/** Who does somebody's work today: they themselves, or who stands in for them. */
export async function findStandIn(ctx: Ctx, userId: string): Promise<{ id: string; email: string } | null> {
  const { today, absences: away } = await listAbsences(ctx);
  const id = standInOf(userId, today, away);
  const [person] = await ctx.db
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(eq(users.id, id));
  return person ?? null;
}

/** The day it is in the workspace. */
export async function findToday(ctx: Ctx): Promise<string> {
  return dayIn(await timezoneOf(ctx), ctx.now);
}
