import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { alertNews, caseNews, cases, outboundMails } from "#db/schema/index.ts";
import { findStandIn } from "#server/absence/queries.ts";
import { teamOf } from "#server/case/due.ts";
import { escalationKey } from "#server/case/late-keys.ts";
import type { Ctx } from "#server/context.ts";
import { seesCase } from "#server/team/sees-case.ts";
import { findWorkingTime } from "#server/working-time/queries.ts";
import { listHearing } from "./queries.ts";
import { dueAtOf, hearersOf } from "./rules.ts";

/**
 * Gives the news of this workspace to the alerts that they are for and whose reader may see the case, at most `most` of
 * them, the oldest first; each once,
 * however many workers do this. Returns how many were handed out.
 */
export async function handOutNews(ctx: Ctx, input: { most: number }): Promise<number> {
  const fresh = await ctx.db
    .select({
      news: caseNews,
      one: { responseId: cases.responseId, invitationId: cases.invitationId, contactId: cases.contactId },
    })
    .from(caseNews)
    .innerJoin(cases, and(eq(cases.workspaceId, caseNews.workspaceId), eq(cases.id, caseNews.caseId)))
    .where(and(eq(caseNews.workspaceId, ctx.workspaceId), isNull(caseNews.handedOutAt)))
    .orderBy(asc(caseNews.id))
    .limit(input.most)
    .for("update", { of: caseNews, skipLocked: true });
  if (fresh.length === 0) return 0;
  const alerts = await listHearing(ctx);
  const byTeam = alerts.some(({ scope }) => scope === "team");
  const dueOf = dueTimes(ctx);
  const standInOf = standIns(ctx);
  for (const { news, one } of fresh) {
    if (news.calledOffAt) continue;
    const teamId = byTeam ? await teamOf(ctx, one) : null;
    const standInId = news.personId && (await standInOf(news.personId));
    for (const { id, userId, pace, teamId: ofTeam } of hearersOf(alerts, { ...news, standInId, teamId })) {
      if (userId && news.kind === "overdue" && (await isEscalatedTo(ctx, news.key, userId))) continue;
      if (userId && !(await seesCase(ctx, userId, news.caseId))) continue;
      await ctx.db
        .insert(alertNews)
        .values({
          ...{ workspaceId: ctx.workspaceId, alertId: id, newsId: news.id },
          dueAt: await dueOf(pace, ofTeam, news.at),
        })
        .onConflictDoNothing();
    }
  }
  const ids = fresh.map(({ news }) => news.id);
  await ctx.db
    .update(caseNews)
    .set({ handedOutAt: ctx.now })
    .where(and(eq(caseNews.workspaceId, ctx.workspaceId), inArray(caseNews.id, ids)));
  return fresh.length;
}

/** Whether a member was told of an overdue answer as a lead, before an alert of theirs could. */
async function isEscalatedTo(ctx: Ctx, overdue: string, userId: string): Promise<boolean> {
  const told = await ctx.db.$count(
    outboundMails,
    and(
      eq(outboundMails.workspaceId, ctx.workspaceId),
      eq(outboundMails.dedupeKey, escalationKey(overdue, userId)),
    ),
  );
  return told > 0;
}

/** Who does somebody's work today, each looked up once. */
function standIns(ctx: Ctx) {
  const known = new Map<string, string | null>();
  return async (personId: string): Promise<string | null> => {
    if (!known.has(personId)) known.set(personId, (await findStandIn(ctx, personId))?.id ?? null);
    return known.get(personId)!;
  };
}

/** When a team's alert (null: of all) tells, each working time read once and only where it matters. */
function dueTimes(ctx: Ctx) {
  const known = new Map<string | null, ReturnType<typeof findWorkingTime>>();
  return async (pace: Parameters<typeof dueAtOf>[0], teamId: string | null, at: Date): Promise<Date> => {
    if (pace === "at_once") return at;
    const time = known.get(teamId) ?? findWorkingTime(ctx, teamId);
    known.set(teamId, time);
    return dueAtOf(pace, at, await time);
  };
}
