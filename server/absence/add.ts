import { and, eq, gte, inArray, isNull, lte } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { absences, members } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { everybodys } from "#server/live/events.ts";
import { refusal } from "#server/refusal.ts";
import { findToday, maySetFor } from "./queries.ts";
import type { AddAbsence } from "./schema.ts";

/**
 * Says that somebody is away and who stands in: new cases of theirs go to that colleague, who gets their alerts too. Own
 * days are everybody's to set, those of others a manager's. Returns its id.
 * @throws FORBIDDEN; INVALID at `userId` and `coverId` for people of another workspace, at `toDay` for days that are over;
 * CONFLICT at `fromDay` when they are away on one of these days already.
 */
export async function addAbsence(ctx: Ctx, input: AddAbsence): Promise<{ id: string }> {
  const { userId, coverId, fromDay, toDay } = input;
  if (!maySetFor(ctx, userId)) throw new DomainError("FORBIDDEN", refusal("absenceManager"), "userId");
  const people = await ctx.db
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), inArray(members.userId, [userId, coverId])))
    .orderBy(members.userId)
    .for("update");
  for (const [field, id] of [
    ["userId", userId],
    ["coverId", coverId],
  ] as const) {
    if (people.some((one) => one.userId === id)) continue;
    throw invalid(field, refusal("noColleague"));
  }
  if (toDay < (await findToday(ctx))) throw invalid("toDay", refusal("absenceOver"));
  const overlapping = await ctx.db.$count(
    absences,
    and(
      ...[eq(absences.workspaceId, ctx.workspaceId), eq(absences.userId, userId), isNull(absences.endedAt)],
      ...[lte(absences.fromDay, toDay), gte(absences.toDay, fromDay)],
    ),
  );
  if (overlapping > 0) {
    throw new DomainError("CONFLICT", refusal("absenceTaken"), "fromDay");
  }
  const id = newId(ctx.now.getTime());
  await ctx.db.insert(absences).values({
    ...{ workspaceId: ctx.workspaceId, id, userId, coverId, fromDay, toDay },
    ...{ addedAt: ctx.now, addedBy: memberId(ctx.actor) },
  });
  ctx.nudge("cases", everybodys);
  return { id };
}
