import { and, count, eq, isNull } from "drizzle-orm";
import { newId } from "#db/id.ts";
import { digests, members } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { DomainError, invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { filterIn } from "#server/response/address.ts";
import { findNamed, isGone } from "./find-named.ts";
import { mayMailColleagues } from "./rules.ts";
import type { CreateDigest } from "./schema.ts";

/** More mails of figures than these nobody reads. */
const mostOfOne = 20;

/**
 * Sets up a digest for the acting member or, in a manager's name, for a colleague, who sees it and can end it. The
 * first one comes when it is due next. Returns its id.
 *
 * @throws FORBIDDEN on `userId` for a colleague where the role does not allow it, INVALID when there is no such
 *   colleague or what the filter names is gone, LIMIT_REACHED at twenty.
 */
export async function createDigest(ctx: Ctx, input: CreateDigest): Promise<{ id: string }> {
  if (ctx.actor.kind !== "member") throw new TypeError("a digest is a member's");
  const { userId: actorId, role } = ctx.actor;
  const { userId = actorId, ...content } = input;
  if (userId !== actorId && !mayMailColleagues(role)) {
    throw new DomainError("FORBIDDEN", refusal("digestNeedsManager"), "userId");
  }
  await requireMember(ctx, userId);
  await requireFilter(ctx, content.filter);
  await leaveRoom(ctx, userId);
  const id = newId(ctx.now.getTime());
  await ctx.db.insert(digests).values({
    ...{ ...content, workspaceId: ctx.workspaceId, id, userId },
    ...{ createdAt: ctx.now, createdBy: actorId, timedAt: ctx.now },
  });
  return { id };
}

/** @throws INVALID on `filter` when a survey, campaign or team that it names is not here (any more). */
export async function requireFilter(ctx: Ctx, filter: string): Promise<void> {
  if (isGone(await findNamed(ctx, filterIn(filter)))) {
    throw invalid("filter", refusal("filterGone"));
  }
}

/** Locks the member, so that two who add at once cannot both pass the limit. */
async function requireMember(ctx: Ctx, userId: string): Promise<void> {
  const [member] = await ctx.db
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.userId, userId)))
    .for("no key update");
  if (!member) throw invalid("userId", refusal("noColleague"));
}

async function leaveRoom(ctx: Ctx, userId: string): Promise<void> {
  const mine = and(eq(digests.workspaceId, ctx.workspaceId), eq(digests.userId, userId));
  const [row] = await ctx.db
    .select({ n: count() })
    .from(digests)
    .where(and(mine, isNull(digests.endedAt)));
  if (row!.n >= mostOfOne) {
    throw new DomainError("LIMIT_REACHED", refusal("digestsFull", { count: mostOfOne }));
  }
}
