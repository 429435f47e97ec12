import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import { shareLinks, users, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { daysOf } from "#server/dashboard/rules.ts";
import { invalid } from "#server/errors.ts";
import { refusal } from "#server/refusal.ts";
import { timezoneOf } from "#server/workspace/queries.ts";
import { LockedSegment, lockedWords, readLocked } from "./locked-segment.ts";
import { nameLocked } from "./name-locked.ts";
import { isOver } from "./rules.ts";

/**
 * The links of this workspace, those that work first, then newest first, each with its address, what it locks (null
 * where that is not understood any more), who made it (null when that person has left) and whether its time is over;
 * and the names of what they lock.
 */
export async function listShareLinks(ctx: Ctx) {
  const rows = await ctx.db
    .select({ link: shareLinks, key: workspaces.key, timezone: workspaces.timezone, madeBy: users.name })
    .from(shareLinks)
    .innerJoin(workspaces, eq(workspaces.id, shareLinks.workspaceId))
    .leftJoin(users, eq(users.id, shareLinks.createdBy))
    .where(eq(shareLinks.workspaceId, ctx.workspaceId))
    .orderBy(asc(isNotNull(shareLinks.endedAt)), desc(shareLinks.createdAt), desc(shareLinks.id));
  const links = rows.map(({ link, key, timezone, madeBy }) => ({
    id: link.id,
    kind: link.kind,
    name: link.name,
    locked: readLocked(link.locked),
    comments: link.comments,
    hasPassword: link.passwordHash !== null,
    lastDay: link.lastDay,
    openedOn: link.openedOn,
    createdAt: link.createdAt,
    endedAt: link.endedAt,
    over: isOver(link, todayIn(ctx, timezone)),
    madeBy,
    url: addressOf(ctx, link.kind, { workspaceKey: key, number: link.number }),
  }));
  return {
    links,
    named: await nameLocked(
      ctx,
      links.flatMap(({ locked }) => locked ?? []),
    ),
  };
}

/** A segment that is yet to be locked, in the words of an address, with the names of what it is narrowed to. */
export async function previewLocked(ctx: Ctx, input: LockedSegment) {
  const locked = LockedSegment.parse(input);
  return { locked, words: lockedWords(locked), named: await nameLocked(ctx, [locked]) };
}

function addressOf(ctx: Ctx, kind: string, target: { workspaceKey: string; number: number }): string {
  return `${ctx.site.appUrl}/${kind === "wallboard" ? "wall" : "share"}/${ctx.tokens.seal("share", target)}`;
}

/** A link that works, for whoever has it. Null when it is over, gone, or its segment is not understood any more. */
export async function findShareLink(ctx: Ctx, number: number) {
  const [row] = await ctx.db
    .select({ link: shareLinks, timezone: workspaces.timezone, companyName: workspaces.name })
    .from(shareLinks)
    .innerJoin(workspaces, eq(workspaces.id, shareLinks.workspaceId))
    .where(and(eq(shareLinks.workspaceId, ctx.workspaceId), eq(shareLinks.number, number)));
  if (!row) return null;
  const { link, timezone, companyName } = row;
  const today = todayIn(ctx, timezone);
  const locked = readLocked(link.locked);
  if (!locked || isOver(link, today)) return null;
  const { workspaceId, id, kind, name, comments, passwordHash, openedOn } = link;
  return { workspaceId, id, kind, name, locked, comments, passwordHash, openedOn, today, companyName };
}
export type OpenShareLink = NonNullable<Awaited<ReturnType<typeof findShareLink>>>;

/** @throws INVALID when a link's last day is over already. */
export async function requireDayToCome(ctx: Ctx, lastDay: string | null): Promise<void> {
  if (lastDay === null) return;
  if (lastDay < todayIn(ctx, await timezoneOf(ctx))) {
    throw invalid("lastDay", refusal("dayOverOrEmpty"));
  }
}

const todayIn = (ctx: Ctx, timezone: string) => daysOf({ period: "all" }, ctx.now, timezone).today;
