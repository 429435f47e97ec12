import { and, asc, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { alertNews, alerts, chatChannels, teams } from "#db/schema/index.ts";
import { type Ctx, memberId } from "#server/context.ts";
import { notFound } from "#server/errors.ts";
import { maySetChannels } from "./rules.ts";

export type Alert = typeof alerts.$inferSelect;

const running = (ctx: Ctx) => and(eq(alerts.workspaceId, ctx.workspaceId), isNull(alerts.endedAt));

/**
 * The acting member's own alerts and those of the channels, the oldest first: with the name of the team, how much waits to
 * be told, and the last time something was told.
 */
export function listAlerts(ctx: Ctx) {
  const waiting = sql<number>`(SELECT count(*)::int FROM ${alertNews} n
    WHERE n.workspace_id = ${alerts.workspaceId} AND n.alert_id = ${alerts.id} AND n.message_id IS NULL)`;
  const toldAt = sql<Date | null>`(SELECT max(m.made_at) FROM alert_messages m
    WHERE m.workspace_id = ${alerts.workspaceId} AND m.alert_id = ${alerts.id})`.mapWith(alerts.madeAt);
  return ctx.db
    .select({
      id: alerts.id,
      channelId: alerts.channelId,
      kinds: alerts.kinds,
      scope: alerts.scope,
      team: teams.name,
      pace: alerts.pace,
      most: alerts.most,
      waiting,
      toldAt,
    })
    .from(alerts)
    .leftJoin(teams, and(eq(teams.workspaceId, alerts.workspaceId), eq(teams.id, alerts.teamId)))
    .where(and(running(ctx), or(mine(ctx), isNotNull(alerts.channelId))))
    .orderBy(asc(alerts.madeAt), asc(alerts.id));
}

/** The teams an alert can be about, by name, and the channels that it can go to. */
export async function listAlertChoices(ctx: Ctx) {
  const found = await ctx.db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(eq(teams.workspaceId, ctx.workspaceId))
    .orderBy(asc(sql`lower(${teams.name})`));
  const channels = await ctx.db
    .select({ id: chatChannels.id, name: chatChannels.name })
    .from(chatChannels)
    .where(and(eq(chatChannels.workspaceId, ctx.workspaceId), isNull(chatChannels.endedAt)))
    .orderBy(asc(sql`lower(${chatChannels.name})`));
  return { teams: found, channels };
}

/**
 * A running alert that the acting member may change: their own, and as a manager those of channels.
 * @throws NOT_FOUND when there is none.
 */
export async function requireAlert(ctx: Ctx, alertId: string): Promise<Alert> {
  const manages = ctx.actor.kind === "member" && maySetChannels(ctx.actor.role);
  const theirs = manages ? or(mine(ctx), isNotNull(alerts.channelId)) : mine(ctx);
  const [row] = await ctx.db
    .select()
    .from(alerts)
    .where(and(running(ctx), theirs, eq(alerts.id, alertId)));
  if (!row) throw notFound("alert");
  return row;
}

const mine = (ctx: Ctx): SQL => eq(alerts.userId, memberId(ctx.actor) ?? "");

/** Every running alert of the workspace that can be told, those of a channel that is off left out. */
export function listHearing(ctx: Ctx) {
  return ctx.db
    .select({
      id: alerts.id,
      userId: alerts.userId,
      channelId: alerts.channelId,
      kinds: alerts.kinds,
      scope: alerts.scope,
      teamId: alerts.teamId,
      pace: alerts.pace,
    })
    .from(alerts)
    .leftJoin(
      chatChannels,
      and(eq(chatChannels.workspaceId, alerts.workspaceId), eq(chatChannels.id, alerts.channelId)),
    )
    .where(and(running(ctx), or(isNull(alerts.channelId), isNotNull(chatChannels.address))))
    .orderBy(asc(alerts.madeAt), asc(alerts.id));
}
