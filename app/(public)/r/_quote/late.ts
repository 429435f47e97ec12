import { lateQuotePage } from "#app/(public)/_pages/late-quote-page.ts";
import type { AnswerProblem } from "#app/(public)/_pages/problems.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { pageResponse } from "#app/(public)/_respond/page-response.ts";
import { type Runtime, withToken } from "#server/entry.ts";
import { pickLocale, voiceOf } from "#server/i18n/locales.ts";
import { findBeside } from "#server/quote/queries.ts";
import { quoteViewOf } from "./quote-view.ts";

/**
 * Where a link leads whose page is no longer there: nowhere, unless its customer may be quoted, or has taken that back
 * themselves. That can be done at any time (GDPR, article 7.3), so it outlives the time in which the answer can be
 * changed.
 */
export async function goneOrQuote(
  rt: Runtime,
  request: Request,
  token: string,
  returned?: { status: number; problems?: AnswerProblem[] },
): Promise<Response> {
  const known = await withToken(rt, "answer", token, findBeside);
  const { standing, takenBackAt } = known?.quotable ?? {};
  const quote = known && quoteViewOf(rt, token, "mine", { ...known, asked: false, withWords: true });
  if (!known?.isOver || !quote || (!standing && !takenBackAt)) return gone(request);
  const asking = {
    companyName: known.companyName,
    locale: voiceOf(pickLocale(known.locale, "en"), known.tone),
    timeZone: known.timezone,
  };
  return pageResponse(returned?.status ?? 200, (nonce) =>
    lateQuotePage(asking, { nonce, quote, problems: returned?.problems }),
  );
}
