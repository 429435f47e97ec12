import { and, eq } from "drizzle-orm";
import { invitations, responses, surveys, thankYous, workspaces } from "#db/schema/index.ts";
import { renderThankYouMail } from "#emails/thank-you.tsx";
import type { Ctx } from "#server/context.ts";
import { pickLocale, voiceOf } from "#server/i18n/locales.ts";
import { optOutOf } from "#server/invitation/opt-out.ts";
import { findLaw } from "#server/legal/queries.ts";
import { automaticHeaders, type MailRenderer } from "#server/mail/rendered.ts";
import { findCustomers } from "./find-customers.ts";
import { omissionOf, stoppedAtLast } from "./rules.ts";

/**
 * The thanks for an answer, from the company; a machine sends them, and says so. A reply goes where replies to the question
 * go, and who wants no more of this is one click away from that.
 * @throws when they were left out, or something stands against them by now.
 */
export const renderThanks: MailRenderer = async (ctx, mail) => {
  const [row] = await ctx.db
    .select({
      thanks: thankYous,
      tone: surveys.tone,
      invitationNumber: invitations.number,
      workspaceKey: workspaces.key,
      companyName: workspaces.name,
      postalAddress: workspaces.postalAddress,
    })
    .from(thankYous)
    .innerJoin(
      responses,
      and(eq(responses.workspaceId, thankYous.workspaceId), eq(responses.id, thankYous.responseId)),
    )
    .innerJoin(
      surveys,
      and(eq(surveys.workspaceId, responses.workspaceId), eq(surveys.id, responses.surveyId)),
    )
    .innerJoin(
      invitations,
      and(eq(invitations.workspaceId, responses.workspaceId), eq(invitations.id, responses.invitationId)),
    )
    .innerJoin(workspaces, eq(workspaces.id, thankYous.workspaceId))
    .where(and(eq(thankYous.workspaceId, ctx.workspaceId), eq(thankYous.mailId, mail.id)));
  if (!row || row.thanks.leftOutAt) throw new Error("The thank-you was left out.");
  await requireNothingAgainst(ctx, row.thanks.responseId);

  const { thanks, workspaceKey, companyName, postalAddress } = row;
  const target = { workspaceKey, number: row.invitationNumber };
  const optOut = optOutOf(ctx, target);
  const parts = await renderThankYouMail({
    ...{ companyName, postalAddress, optOutUrl: optOut.url, words: thanks.words! },
    referral: thanks.ask && thanks.link ? { ask: thanks.ask, link: thanks.link } : null,
    locale: voiceOf(pickLocale(thanks.locale, "en"), row.tone),
  });
  return {
    ...parts,
    fromName: companyName,
    fromAddress: null,
    replyTo: `r+${ctx.tokens.sealForAddress("reply-address", target)}@${ctx.site.mailDomain}`,
    headers: {
      ...optOut.headers,
      ...automaticHeaders,
    },
  };
};

/** Between the outbox and now somebody may have opened a case, or the customer changed what they said. */
async function requireNothingAgainst(ctx: Ctx, responseId: string): Promise<void> {
  const [customer] = await findCustomers(ctx, [responseId]);
  const because = customer ? omissionOf(customer, await findLaw(ctx)) : "unknown";
  if (because) throw new Error(stoppedAtLast(because));
}
