import { and, asc, count, desc, eq, gt, isNotNull, isNull, ne } from "drizzle-orm";
import { selectOften } from "#db/prepared.ts";
import {
  apiKeys,
  campaigns,
  cases,
  contacts,
  memberInvitations,
  members,
  outboundMails,
  surveys,
  users,
  workspaces,
} from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { nameSight } from "./name-sight.ts";

/** The time zone by whose clocks the workspace lives. */
export async function timezoneOf(ctx: Ctx): Promise<string> {
  const query = ctx.db
    .select({ timezone: workspaces.timezone })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const [row] = await selectOften(query);
  return row!.timezone;
}

/** What the administrator may change, and what is fixed. */
export async function getSettings(ctx: Ctx) {
  const [row] = await ctx.db.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId));
  const { id: _, key: __, ...settings } = row!;
  return settings;
}

/**
 * What the frame around every page shows: the workspace, who is here in which role, what of it they see (null: everything),
 * how many cases are not closed.
 */
export async function getFrame(ctx: Ctx) {
  const [workspace] = await ctx.db
    .select({
      name: workspaces.name,
      slug: workspaces.slug,
      timezone: workspaces.timezone,
      sampleLoadedAt: workspaces.sampleLoadedAt,
    })
    .from(workspaces)
    .where(eq(workspaces.id, ctx.workspaceId));
  const [open] = await ctx.db
    .select({ count: count() })
    .from(cases)
    .where(and(eq(cases.workspaceId, ctx.workspaceId), ne(cases.state, "closed")));
  if (ctx.actor.kind !== "member") throw new TypeError("the frame is a member's");
  const { name, email, role } = ctx.actor;
  return {
    workspace: workspace!,
    member: { name, email, role },
    sight: await nameSight(ctx),
    openCases: open!.count,
  };
}

/** What is there of the first steps, counted from the company's own data. Sample data is left out. */
export async function getSetUp(ctx: Ctx) {
  const own = <T extends typeof surveys | typeof contacts>(table: T) =>
    ctx.db.$count(table, and(eq(table.workspaceId, ctx.workspaceId), eq(table.sample, false)));
  const tests = await ctx.db
    .select({ id: outboundMails.id })
    .from(outboundMails)
    .where(and(eq(outboundMails.workspaceId, ctx.workspaceId), eq(outboundMails.kind, "invitation_test")))
    .limit(1);
  const begun = and(
    eq(campaigns.workspaceId, ctx.workspaceId),
    eq(campaigns.sample, false),
    isNotNull(campaigns.startedAt),
  );
  return {
    surveys: await own(surveys),
    contacts: await own(contacts),
    tested: tests.length > 0,
    campaigns: await ctx.db.$count(campaigns, begun),
  };
}

/** The people of the workspace, by name. */
export function listMembers(ctx: Ctx) {
  return ctx.db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: members.role,
      since: members.createdAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.workspaceId, ctx.workspaceId))
    .orderBy(asc(users.name), asc(users.id));
}

/** Invitations that can still be accepted, newest first. */
export function listInvitations(ctx: Ctx) {
  const { id, email, role, createdAt, expiresAt } = memberInvitations;
  return ctx.db
    .select({ id, email, role, createdAt, expiresAt })
    .from(memberInvitations)
    .where(
      and(
        eq(memberInvitations.workspaceId, ctx.workspaceId),
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.revokedAt),
        gt(memberInvitations.expiresAt, ctx.now),
      ),
    )
    .orderBy(desc(createdAt), desc(id));
}

/** What the page behind an invitation's link says, or null when the link leads nowhere any more. */
export async function openInvitation(ctx: Ctx, number: number) {
  const [row] = await ctx.db
    .select({
      email: memberInvitations.email,
      role: memberInvitations.role,
      workspace: workspaces.name,
      invitedBy: users.name,
    })
    .from(memberInvitations)
    .innerJoin(workspaces, eq(workspaces.id, memberInvitations.workspaceId))
    .leftJoin(users, eq(users.id, memberInvitations.invitedBy))
    .where(
      and(
        eq(memberInvitations.workspaceId, ctx.workspaceId),
        eq(memberInvitations.number, number),
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.revokedAt),
        gt(memberInvitations.expiresAt, ctx.now),
      ),
    );
  return row ?? null;
}

/** All keys ever made, those in use first, newest first; never the keys themselves. */
export function listApiKeys(ctx: Ctx) {
  return ctx.db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      lastFour: apiKeys.lastFour,
      createdBy: users.name,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.createdBy))
    .where(eq(apiKeys.workspaceId, ctx.workspaceId))
    .orderBy(desc(isNull(apiKeys.revokedAt)), desc(apiKeys.createdAt), desc(apiKeys.id));
}
