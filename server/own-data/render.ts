import { renderOwnDataMail } from "#emails/own-data.tsx";
import { pickLocale, voiceOf } from "#server/i18n/locales.ts";
import type { MailRenderer } from "#server/mail/rendered.ts";
import { findOwnDataRequest } from "./queries.ts";

/**
 * The link to what is kept about a customer, in the language that was asked in.
 * @throws when the request is too old or the person was erased.
 */
export const renderOwnData: MailRenderer = async (ctx, mail) => {
  const request = await findOwnDataRequest(ctx, { id: String(mail.payload.requestId) });
  if (!request) throw new Error("The request is over, or the person was erased.");
  const { workspaceKey, number, companyName, expiresAt, timezone } = request;
  const token = ctx.tokens.seal("own-data", { workspaceKey, number });
  const parts = await renderOwnDataMail({
    companyName,
    url: `${ctx.site.appUrl}/p/${token}`,
    until: expiresAt,
    timeZone: timezone,
    locale: voiceOf(pickLocale(request.locale, "en"), request.tone),
  });
  return {
    ...parts,
    fromName: companyName,
    fromAddress: null,
    headers: { "Auto-Submitted": "auto-replied" },
  };
};
