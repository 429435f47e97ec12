import { and, eq, inArray } from "drizzle-orm";
import { type AbDecision, type AbTest, campaigns, surveys, workspaces } from "#db/schema/index.ts";
import {
  fillInvitation,
  type InvitationKind,
  invitationTemplate,
  type MailTemplate,
} from "#emails/invitation.tsx";
import type { Ctx } from "#server/context.ts";
import { languageOf, pickLocale, type Tone, voiceOf } from "#server/i18n/locales.ts";
import { dataContact } from "#server/legal/queries.ts";
import {
  automaticHeaders,
  type MailPreparer,
  type OutboundMail,
  type RenderedMail,
} from "#server/mail/rendered.ts";
import { textsFor } from "#server/survey/rules.ts";
import { inVariant } from "./ab-test.ts";
import { findInvited, type Invited } from "./find-invited.ts";
import { optOutOf } from "./opt-out.ts";
import { firstNameOf } from "./rules.ts";

/** What all mails of one campaign have in common. */
export type MailSource = {
  campaignId: string;
  senderName: string | null;
  /** What stands as the sender in the inbox, when it is not the name that signs. */
  fromName?: string;
  surveyId: string;
  surveyUpdatedAt: Date;
  tone: Tone;
  texts: Record<string, Record<string, string>>;
  abTest: AbTest | null;
  abDecision: AbDecision | null;
  companyName: string;
  workspaceKey: string;
  workspaceLocale: string;
  personalSender: boolean;
  postalAddress: string | null;
  dataContact: string | null;
  youSaid: Record<string, string>;
  neutral: boolean;
};

/**
 * Loads at once what many invitations, or many reminders, are about; each is then its campaign's template in its
 * language with name and links filled in. A template is rendered once and kept (PERFORMANCE.md).
 */
export const prepareInvitations: MailPreparer = async (ctx, mails) => {
  const sources = await findSources(ctx, distinct(mails.map((mail) => mail.campaignId)));
  const invited = await findInvited(ctx, distinct(mails.map((mail) => mail.invitationId)));
  const kind = mails[0]?.kind === "reminder" ? "reminder" : "invitation";
  const templates = new Map<string, MailTemplate | Error>();
  for (const invitation of invited.values()) {
    const key = templateKey(invitation, sources);
    const source = sourceFor(invitation, sources);
    if (!templates.has(key)) templates.set(key, await template(source, invitation.locale, kind));
  }
  return (mail) => {
    const invitation = invited.get(mail.invitationId ?? "");
    const source = invitation && sourceFor(invitation, sources);
    const made = invitation && templates.get(templateKey(invitation, sources));
    if (!invitation || !source || !made) throw new Error("the invitation is gone");
    if (made instanceof Error) throw made;
    return fill(ctx, source, made, invitation, kind);
  };
};

type Sources = ReadonlyMap<string, MailSource>;

/**
 * Whoever is not in the test gets the version that won it; in a workspace that wants it so, from the colleague who
 * knows the customer, unless the campaign names somebody.
 */
function sourceFor({ campaignId, variant, employee }: Invited, sources: Sources): MailSource | undefined {
  const source = sources.get(campaignId);
  if (!source) return undefined;
  const own = inVariant(source, source.abTest, variant ?? source.abDecision?.winner ?? "a");
  const personal = source.personalSender && !own.senderName && employee;
  return personal ? { ...own, senderName: employee, fromName: `${employee}, ${own.companyName}` } : own;
}

function templateKey({ campaignId, locale, variant, employee }: Invited, sources: Sources): string {
  const from = sources.get(campaignId)?.personalSender ? (employee ?? "") : "";
  return `${from}/${campaignId}/${locale}/${variant ?? sources.get(campaignId)?.abDecision?.winner ?? "a"}`;
}

function fill(
  ctx: Ctx,
  source: MailSource,
  made: MailTemplate,
  invitation: Invited,
  kind: "invitation" | "reminder",
): RenderedMail {
  const { workspaceKey } = source;
  const target = { workspaceKey, number: invitation.number };
  const optOut = optOutOf(ctx, target);
  return {
    ...fillInvitation(made, {
      firstName: firstNameOf(invitation.name),
      answerUrl: `${ctx.site.appUrl}/r/${ctx.tokens.seal("answer", target)}`,
      optOutUrl: optOut.url,
    }),
    fromName: source.fromName ?? source.senderName ?? source.companyName,
    fromAddress: null,
    replyTo: `r+${ctx.tokens.sealForAddress("reply-address", target)}@${ctx.site.mailDomain}`,
    ...(kind === "reminder" ? { inReplyTo: invitation.messageId, references: [invitation.messageId] } : {}),
    headers: {
      ...optOut.headers,
      "List-Id": `<surveys.${workspaceKey}.${ctx.site.mailDomain}>`,
      "Feedback-ID": `${source.campaignId}:${workspaceKey}:${kind}:svar`,
      ...automaticHeaders,
    },
  };
}

/** What the mails of these campaigns have in common, by campaign. */
export async function findSources(ctx: Ctx, campaignIds: string[]): Promise<Map<string, MailSource>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({
      campaignId: campaigns.id,
      senderName: campaigns.senderName,
      surveyId: surveys.id,
      surveyUpdatedAt: surveys.updatedAt,
      texts: surveys.texts,
      tone: surveys.tone,
      abTest: campaigns.abTest,
      abDecision: campaigns.abDecision,
      companyName: workspaces.name,
      workspaceKey: workspaces.key,
      workspaceLocale: workspaces.locale,
      personalSender: workspaces.personalSender,
      postalAddress: workspaces.postalAddress,
      dataContact,
      youSaid: workspaces.youSaid,
      neutral: campaigns.neutral,
    })
    .from(campaigns)
    .innerJoin(
      surveys,
      and(eq(surveys.workspaceId, campaigns.workspaceId), eq(surveys.id, campaigns.surveyId)),
    )
    .innerJoin(workspaces, eq(workspaces.id, campaigns.workspaceId))
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), inArray(campaigns.id, campaignIds)));
  return new Map(rows.map((row) => [row.campaignId, row]));
}

const kept = new Map<string, Promise<MailTemplate>>();
const mostKept = 200;

/** The template of a campaign in a language, rendered when anything in it has changed. A mistake in it is returned. */
async function template(
  source: MailSource | undefined,
  locale: string,
  kind: InvitationKind,
): Promise<MailTemplate | Error> {
  if (!source) return new Error("the campaign is gone");
  const { texts, ...rest } = source;
  const key = JSON.stringify([rest, texts[locale], locale, kind]);
  const made = kept.get(key) ?? renderTemplate(source, locale, kind);
  kept.delete(key);
  kept.set(key, made);
  const oldest = kept.keys().next();
  if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
  try {
    return await made;
  } catch (error) {
    kept.delete(key);
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** A campaign's mail in a language, but for name and links. */
export function renderTemplate(source: MailSource, tag: string, kind: InvitationKind): Promise<MailTemplate> {
  const locale = voiceOf(pickLocale(tag, pickLocale(source.workspaceLocale, "en")), source.tone);
  const { texts, companyName, postalAddress, dataContact, youSaid, neutral } = source;
  return invitationTemplate({
    texts: textsFor({ texts, companyName, locale }),
    companyName,
    senderName: source.senderName ?? companyName,
    locale,
    kind,
    ...{ postalAddress, dataContact },
    youSaid: (!neutral && youSaid[languageOf(locale)]) || null,
  });
}

const distinct = (ids: (OutboundMail["campaignId"] | OutboundMail["invitationId"])[]) =>
  [...new Set(ids)].filter((id) => id !== null);
