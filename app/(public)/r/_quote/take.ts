import type { AnswerProblem } from "#app/(public)/_pages/problems.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { respondentHeaders } from "#app/(public)/_respond/page-response.ts";
import { readForm } from "#app/(public)/r/_answer/read-form.ts";
import { showThanks } from "#app/(public)/r/_answer/thank.ts";
import { showMine } from "#app/(public)/r/_mine/mine.ts";
import { type Runtime, withToken } from "#server/entry.ts";
import { giveQuoteConsent } from "#server/quote/give.ts";
import { GiveQuoteConsent } from "#server/quote/schema.ts";
import { takeBackQuoteConsent } from "#server/quote/take-back.ts";
import { isNonce } from "#server/response/rules.ts";
import type { QuotePage } from "./quote-view.ts";

/** Takes a customer's consent to be quoted, or takes it back, and leads back to the page that asked. */
export async function takeQuote(rt: Runtime, request: Request, token: string): Promise<Response> {
  if (!rt.tokens.open("answer", token)) return gone(request);
  const form = await readForm(request);
  const page: QuotePage = form?.get("page") === "thanks" ? "thanks" : "mine";
  const again = (problem: AnswerProblem) => {
    const show = page === "thanks" ? showThanks : showMine;
    return show(rt, request, token, { status: 422, problems: [problem] });
  };
  if (!isNonce(rt.tokens, token, form?.get("nonce") ?? "", rt.clock())) return again("quoteChanged");
  if (form?.get("takeBack") === "yes") {
    await withToken(rt, "answer", token, takeBackQuoteConsent);
    return backTo(token, page);
  }
  const given = GiveQuoteConsent.safeParse({ manner: form?.get("manner"), version: form?.get("version") });
  if (!given.success) return again("mannerMissing");
  const outcome = await withToken(rt, "answer", token, (ctx, invitationNumber) =>
    giveQuoteConsent(ctx, { ...given.data, invitationNumber }),
  );
  return outcome === "changed" ? again("quoteChanged") : backTo(token, page);
}

const backTo = (token: string, page: QuotePage) =>
  new Response(null, {
    status: 303,
    headers: { ...respondentHeaders, Location: `/r/${token}/${page}#quote` },
  });
