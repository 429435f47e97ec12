import { and, asc, eq, sql } from "drizzle-orm";
import { contacts, invitations, responses, responseVersions, surveys, workspaces } from "#db/schema/index.ts";
import type { Ctx } from "#server/context.ts";
import { labelled } from "#server/driver/rules.ts";
import { lastConsent } from "#server/quote/queries.ts";
import { type Quotable, quotableOf } from "#server/quote/rules.ts";
import { wishOf } from "./rules.ts";
import type { ContactWish } from "./schema.ts";

type Said = { score: number; comment: string | null; drivers: { id: string; label: string }[]; at: Date };

/** An answer as its customer may see it: what it says, what it said before (oldest first), and to whom the mail went. */
export type OwnAnswer = Said & {
  contact: ContactWish;
  withdrawnAt: Date | null;
  versions: Said[];
  asked: { at: Date; name: string | null; email: string | null };
  quotable: Quotable | null;
  /** Whether the workspace asks for leave to quote. */
  asksToQuote: boolean;
};

/**
 * The answer to an invitation with everything that belongs to it, for the customer who gave it; null while there is
 * none. Drivers are labelled in the language of the invitation.
 *
 * @param invitationNumber what the link's token names
 */
export async function findOwnAnswer(ctx: Ctx, invitationNumber: number): Promise<OwnAnswer | null> {
  const last = lastConsent(ctx);
  const [found] = await ctx.db
    .select({
      invitation: invitations,
      response: responses,
      contact: contacts,
      offered: surveys.drivers,
      asksToQuote: workspaces.asksToQuote,
      consent: last.shown,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .innerJoin(
      responses,
      and(eq(responses.workspaceId, invitations.workspaceId), eq(responses.invitationId, invitations.id)),
    )
    .innerJoin(
      surveys,
      and(eq(surveys.workspaceId, invitations.workspaceId), eq(surveys.id, invitations.surveyId)),
    )
    .leftJoin(
      contacts,
      and(eq(contacts.workspaceId, invitations.workspaceId), eq(contacts.id, invitations.contactId)),
    )
    .leftJoinLateral(last.consents, sql`true`)
    .where(and(eq(invitations.workspaceId, ctx.workspaceId), eq(invitations.number, invitationNumber)));
  if (!found) return null;
  const { invitation, response, contact, offered, asksToQuote, consent } = found;
  const versions = await ctx.db
    .select()
    .from(responseVersions)
    .where(
      and(eq(responseVersions.workspaceId, ctx.workspaceId), eq(responseVersions.responseId, response.id)),
    )
    .orderBy(asc(responseVersions.version));
  const said = (one: typeof response | (typeof versions)[number], at: Date): Said => ({
    score: one.score,
    comment: one.comment,
    drivers: labelled(one.drivers, offered, [invitation.locale]),
    at,
  });
  return {
    ...said(response, response.updatedAt),
    contact: wishOf(response),
    withdrawnAt: response.withdrawnAt,
    versions: versions.map((version) => said(version, version.givenAt)),
    asked: {
      at: invitation.sentAt ?? invitation.createdAt,
      name: contact?.name ?? null,
      email: contact?.email ?? null,
    },
    quotable: quotableOf(response, consent),
    asksToQuote,
  };
}
