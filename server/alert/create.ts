import { and, eq, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { alerts, chatChannels, members, teams } from "#db/schema/index.ts";
import { recordAct } from "#server/audit/record.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { maySetChannels } from "./rules.ts";
import type { CreateAlert } from "./schema.ts";

/** More alerts than these of one person or channel nobody reads. */
const mostOfOne = 20;

/**
 * Sets up an alert for the acting member, by mail, or, in a manager's name, in a channel. Returns its id.
 * @throws FORBIDDEN on `channelId` where the role does not allow it; INVALID on `channelId`, `teamId` or `scope` for what is
 *   not here or cannot be told there; LIMIT_REACHED at twenty.
 */
export async function createAlert(ctx: Ctx, input: CreateAlert): Promise<{ id: string }> {
  if (ctx.actor.kind !== "member") throw new TypeError("an alert is set up by a member");
  const { userId, role } = ctx.actor;
  const { channelId = null, ...content } = input;
  if (channelId && !maySetChannels(role)) {
    throw new DomainError("FORBIDDEN", refusal("needsManager"), "channelId");
  }
  await (channelId ? requireChannel(ctx, channelId) : lockMember(ctx, userId));
  await requireTellable(ctx, { ...content, channelId });
  const own = channelId ? eq(alerts.channelId, channelId) : eq(alerts.userId, userId);
  const running = and(eq(alerts.workspaceId, ctx.workspaceId), own, isNull(alerts.endedAt));
  if ((await ctx.db.$count(alerts, running)) >= mostOfOne) {
    throw new DomainError("LIMIT_REACHED", refusal("alertsFull", { count: mostOfOne }));
  }
  const id = newId(ctx.now.getTime());
  await ctx.db.insert(alerts).values({
    ...{ ...content, workspaceId: ctx.workspaceId, id, channelId },
    ...{ userId: channelId ? null : userId, madeAt: ctx.now, madeBy: userId },
  });
  await recordAct(ctx, "alerts.made", { id, after: factsOf(content) });
  return { id };
}

/** What an alert tells of, to whom it matters and how soon it tells. */
export const factsOf = ({
  kinds,
  scope,
  pace,
  most,
}: Pick<CreateAlert, "kinds" | "scope" | "pace" | "most">) => ({
  ...{ kinds, scope, pace, most },
});

/** @throws INVALID on `teamId` for a team that is not here, on `scope` where nobody is "mine". */
export async function requireTellable(
  ctx: Ctx,
  { scope, teamId, channelId }: Pick<CreateAlert, "scope" | "teamId"> & { channelId: string | null },
): Promise<void> {
  if (channelId && scope === "mine") {
    throw invalid("scope", refusal("alertChannelScope"));
  }
  if (!teamId) return;
  const here = and(eq(teams.workspaceId, ctx.workspaceId), eq(teams.id, teamId));
  if ((await ctx.db.$count(teams, here)) === 0) {
    throw invalid("teamId", refusal("noTeam"));
  }
}

/** Locks whom it is for, so that two who add at once cannot both pass the limit. */
async function requireChannel(ctx: Ctx, channelId: string): Promise<void> {
  const [channel] = await ctx.db
    .select({ id: chatChannels.id })
    .from(chatChannels)
    .where(
      and(
        eq(chatChannels.workspaceId, ctx.workspaceId),
        eq(chatChannels.id, channelId),
        isNull(chatChannels.endedAt),
      ),
    )
    .for("no key update");
  if (!channel) throw invalid("channelId", refusal("noChannel"));
}

async function lockMember(ctx: Ctx, userId: string): Promise<void> {
  await ctx.db
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, userId)))
    .for("no key update");
}
