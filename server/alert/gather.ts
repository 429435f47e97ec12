import { and, eq, isNull, type SQL } from "drizzle-orm";
import {
  alertMessages,
  alertNews,
  alerts,
  caseNews,
  cases,
  contacts,
  responses,
  teams,
  users,
  workspaces,
} from "#db/schema/index.ts";
import { clockOf, isOwed, isTimed } from "#server/case/rules.ts";
import { compareUrgency } from "#server/case/urgency.ts";
import { type Ctx, withinSight } from "#server/context.ts";
import type { NewsKind } from "#server/news/schema.ts";
import { sightOf } from "#server/team/sight-of.ts";

type Case = typeof cases.$inferSelect;

/** One case of a message, with the first of its news. */
export type ToldCase = {
  kind: NewsKind;
  one: Case;
  checkId: string | null;
  customerName: string | null;
  score: number | null;
  comment: string | null;
  assignee: string | null;
  /** Whether the answer that is owed is due, or was, and when; null where none has a due time. */
  dueAt: Date | null;
};

/**
 * What a message tells, by now: what was answered, closed or given away meanwhile, or what its reader may not see any more,
 * is no news any more.
 */
export type Told = {
  alert: typeof alerts.$inferSelect;
  teamName: string | null;
  workspace: typeof workspaces.$inferSelect;
  /** Whether it waited for others, so that it is of the last hour. */
  ofLastHour: boolean;
  /** The most urgent first, each case once; empty when nothing is left to tell. */
  cases: ToldCase[];
};

/** What the message of an alert tells that goes out as this mail or chat message; null when there is none. */
export async function gatherTold(
  ctx: Ctx,
  by: { messageId: string } | { chatMessageId: string },
): Promise<Told | null> {
  const which =
    "messageId" in by
      ? eq(alertMessages.id, by.messageId)
      : eq(alertMessages.chatMessageId, by.chatMessageId);
  const [head] = await ctx.db
    .select({ messageId: alertMessages.id, alert: alerts, teamName: teams.name, workspace: workspaces })
    .from(alertMessages)
    .innerJoin(
      alerts,
      and(eq(alerts.workspaceId, alertMessages.workspaceId), eq(alerts.id, alertMessages.alertId)),
    )
    .innerJoin(workspaces, eq(workspaces.id, alertMessages.workspaceId))
    .leftJoin(teams, and(eq(teams.workspaceId, alerts.workspaceId), eq(teams.id, alerts.teamId)))
    .where(and(eq(alertMessages.workspaceId, ctx.workspaceId), which));
  if (!head) return null;
  const { messageId, ...told } = head;
  const sight = told.alert.userId ? await sightOf(ctx, told.alert.userId) : null;
  const rows = await withinSight(ctx, sight, (seen) => listRows(seen, eq(alertNews.messageId, messageId)));
  const standing = rows.filter((row) => isNews(row, told.alert.scope, ctx.now));
  const firsts = [...Map.groupBy(standing, ({ one }) => one.id).values()].map(([first]) => first!);
  return {
    ...told,
    ofLastHour:
      told.alert.pace === "hourly" ||
      (told.alert.pace === "at_once" && rows.some(({ at, tellAt }) => tellAt > at)),
    cases: firsts.sort((a, b) => compareUrgency(a.one, b.one)).map(toldOf),
  };
}

type Row = Awaited<ReturnType<typeof listRows>>[number];

function listRows(ctx: Ctx, which: SQL) {
  return ctx.db
    .select({
      kind: caseNews.kind,
      at: caseNews.at,
      tellAt: alertNews.dueAt,
      personId: caseNews.personId,
      checkId: caseNews.checkId,
      one: cases,
      score: responses.score,
      comment: responses.comment,
      customerName: contacts.name,
      assignee: users.name,
    })
    .from(alertNews)
    .innerJoin(
      caseNews,
      and(eq(caseNews.workspaceId, alertNews.workspaceId), eq(caseNews.id, alertNews.newsId)),
    )
    .innerJoin(cases, and(eq(cases.workspaceId, caseNews.workspaceId), eq(cases.id, caseNews.caseId)))
    .leftJoin(
      responses,
      and(eq(responses.workspaceId, cases.workspaceId), eq(responses.id, cases.responseId)),
    )
    .leftJoin(contacts, and(eq(contacts.workspaceId, cases.workspaceId), eq(contacts.id, cases.contactId)))
    .leftJoin(users, eq(users.id, cases.assigneeId))
    .where(and(eq(alertNews.workspaceId, ctx.workspaceId), which, isNull(caseNews.calledOffAt)))
    .orderBy(caseNews.at, caseNews.id);
}

function isNews({ kind, one, personId }: Row, scope: Told["alert"]["scope"], now: Date): boolean {
  // The clock on the screen counts whole minutes; a mail may leave in the minute in which the answer was due.
  if (kind === "overdue") return isOwed(clockOf(one, now)) && one.dueAt <= now;
  if (kind === "message" || kind === "not_solved") return one.state === "open" || one.state === "snoozed";
  return one.state !== "closed" && (scope !== "mine" || one.assigneeId === personId);
}

function toldOf({ at: _, tellAt: __, personId: ___, ...row }: Row): ToldCase {
  const { one } = row;
  return { ...row, dueAt: isTimed(one) ? one.dueAt : null };
}
