import { optOutPage } from "#app/(public)/_pages/opt-out-page.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { pageResponse } from "#app/(public)/_respond/page-response.ts";
import { readForm } from "#app/(public)/r/_answer/read-form.ts";
import { type Runtime, withToken } from "#server/entry.ts";
import { pickLocale, voiceOf } from "#server/i18n/locales.ts";
import { requestOwnData } from "#server/own-data/request.ts";
import { type Addressed, findAddressed, optOut, pauseMonths } from "#server/response/opt-out.ts";

/** The page behind the opt-out link: buttons, since opening a link decides nothing (RELIABILITY.md 2.1). */
export async function showOptOut(rt: Runtime, request: Request, token: string): Promise<Response> {
  const found = await withToken(rt, "opt-out", token, findAddressed);
  return found ? page(found, token) : gone(request);
}

/**
 * Opts out, whoever posts: a button of the page, or a mail program by RFC 8058, with any body or none and without
 * cookies. Answered with the page itself, never with a redirect, which section 3.1 there forbids. Only a button
 * that says for how many months asks for less than for good, and one asks for all that is kept.
 */
export async function takeOptOut(rt: Runtime, request: Request, token: string): Promise<Response> {
  if (!rt.tokens.open("opt-out", token)) return gone(request);
  const form = await readForm(request);
  if (form?.get("everything") === "yes") return sendLink(rt, request, token);
  const asked = Number(form?.get("months"));
  const months = pauseMonths.find((one) => one === asked) ?? null;
  const done = await withToken(rt, "opt-out", token, (ctx, number) => optOut(ctx, number, months));
  return done ? page(done, token) : gone(request);
}

async function sendLink(rt: Runtime, request: Request, token: string): Promise<Response> {
  const found = await withToken(rt, "opt-out", token, async (ctx, number) =>
    (await requestOwnData(ctx, number)) ? findAddressed(ctx, number) : null,
  );
  return found ? page(found, token, true) : gone(request);
}

function page(found: Addressed, token: string, linkSent = false): Response {
  const { locale, tone, companyName, timezone, stopped } = found;
  return pageResponse(200, (nonce) =>
    optOutPage({
      locale: voiceOf(pickLocale(locale, "en"), tone),
      companyName,
      timeZone: timezone,
      nonce,
      action: `/u/${token}`,
      stopped,
      linkSent,
    }),
  );
}
