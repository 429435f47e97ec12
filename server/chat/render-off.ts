import { and, eq } from "drizzle-orm";
import { chatChannels, workspaces } from "#db/schema/index.ts";
import { renderChannelOffMail } from "#emails/channel-off.tsx";
import { sayStored } from "#server/i18n/say-refusal.ts";
import type { MailRenderer } from "#server/mail/rendered.ts";
import { findLanguage } from "#server/workspace/find-language.ts";

/**
 * Tells that a channel was switched off, why, and the way out, in the language of whoever is told.
 * @throws when it is on again, or has ended, before the mail left.
 */
export const renderChannelOff: MailRenderer = async (ctx, mail) => {
  const [row] = await ctx.db
    .select({ channel: chatChannels, workspace: workspaces })
    .from(chatChannels)
    .innerJoin(workspaces, eq(workspaces.id, chatChannels.workspaceId))
    .where(
      and(eq(chatChannels.workspaceId, ctx.workspaceId), eq(chatChannels.id, String(mail.payload.channelId))),
    );
  const because = row?.channel.endedAt ? null : row?.channel.offBecause;
  if (!row || !because) throw new Error("The channel is on again, or has ended.");
  const { channel, workspace } = row;
  const locale = await findLanguage(ctx, mail.toAddress);
  const parts = await renderChannelOffMail({
    channel: channel.name,
    because,
    answer: channel.offAnswer && sayStored(locale, channel.offAnswer),
    workspaceName: workspace.name,
    url: `${ctx.site.appUrl}/${workspace.slug}/settings/alerts/channels/${channel.id}`,
    locale,
  });
  return { ...parts, fromName: "Svar", fromAddress: null, headers: { "Auto-Submitted": "auto-generated" } };
};
