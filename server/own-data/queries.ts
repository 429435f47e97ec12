import { and, eq, gt, isNull } from "drizzle-orm";
import { contacts, invitations, ownDataRequests, surveys, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";

/** Whose data a link leads to, and how they are addressed. */
export type OwnDataRequest = NonNullable<Awaited<ReturnType<typeof findOwnDataRequest>>>;

/**
 * The request that a link's token names; null when its time is over or the person was erased. Reads only.
 *
 * @param by its number, or its id where a mail is written
 */
export async function findOwnDataRequest(ctx: Ctx, by: { number: number } | { id: string }) {
  const [row] = await ctx.db
    .select({
      contactId: contacts.id,
      name: contacts.name,
      email: contacts.email,
      number: ownDataRequests.number,
      expiresAt: ownDataRequests.expiresAt,
      locale: invitations.locale,
      tone: surveys.tone,
      workspaceKey: workspaces.key,
      companyName: workspaces.name,
      timezone: workspaces.timezone,
    })
    .from(ownDataRequests)
    .innerJoin(workspaces, eq(workspaces.id, ownDataRequests.workspaceId))
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, ownDataRequests.workspaceId), eq(contacts.id, ownDataRequests.contactId)),
    )
    .innerJoin(
      invitations,
      and(
        eq(invitations.workspaceId, ownDataRequests.workspaceId),
        eq(invitations.id, ownDataRequests.invitationId),
      ),
    )
    .innerJoin(
      surveys,
      and(eq(surveys.workspaceId, invitations.workspaceId), eq(surveys.id, invitations.surveyId)),
    )
    .where(
      and(
        eq(ownDataRequests.workspaceId, ctx.workspaceId),
        "id" in by ? eq(ownDataRequests.id, by.id) : eq(ownDataRequests.number, by.number),
        gt(ownDataRequests.expiresAt, ctx.now),
        isNull(contacts.erasedAt),
      ),
    );
  return row ?? null;
}
