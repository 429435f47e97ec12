import type { AnswerProblem } from "#app/(public)/_pages/problems.ts";
import { thanksPage } from "#app/(public)/_pages/thanks-page.ts";
import { pageResponse } from "#app/(public)/_respond/page-response.ts";
import { goneOrQuote } from "#app/(public)/r/_quote/late.ts";
import { quoteViewOf } from "#app/(public)/r/_quote/quote-view.ts";
import { findNextStep } from "#server/case/find-next-step.ts";
import { type Runtime, withToken } from "#server/entry.ts";
import { findBeside } from "#server/quote/queries.ts";
import { findPage } from "./find-page.ts";
import { showAnswerPage } from "./show.ts";

/** The thanks after an answer with what happens next, as often as it is opened; whoever has not answered yet is shown the question. */
export async function showThanks(
  rt: Runtime,
  request: Request,
  token: string,
  returned?: { status: number; problems: AnswerProblem[] },
): Promise<Response> {
  const found = await findPage(rt, token);
  if (!found) return goneOrQuote(rt, request, token, returned);
  const { answered, expiresAt } = found.asked;
  if (!answered) return showAnswerPage(rt, request, token, null);
  const known = await withToken(rt, "answer", token, async (ctx, number) => ({
    next: await findNextStep(ctx, number),
    beside: await findBeside(ctx, number),
  }));
  const beside = known?.beside;
  return pageResponse(returned?.status ?? 200, (nonce) =>
    thanksPage(found.template.survey, {
      nonce,
      score: answered.score,
      next: known?.next,
      youSaid: beside?.youSaid,
      quote:
        beside && quoteViewOf(rt, token, "thanks", { ...beside, asked: asksHere(beside), withWords: true }),
      problems: returned?.problems,
      change: { url: `/r/${token}`, until: expiresAt },
      mineUrl: `/r/${token}/mine`,
    }),
  );
}

/** A neutral survey says nothing but its question: only the customer's own page asks there, which they look up themselves. */
const asksHere = ({ asks, neutral }: { asks: boolean; neutral: boolean }) => asks && !neutral;
