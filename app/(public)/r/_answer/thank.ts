import { thanksPage } from "#app/(public)/_pages/thanks-page.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { pageResponse } from "#app/(public)/_respond/page-response.ts";
import { findNextStep } from "#server/case/find-next-step.ts";
import { type Runtime, withToken } from "#server/entry.ts";
import { findYouSaid } from "#server/response/find-you-said.ts";
import { findPage } from "./find-page.ts";
import { showAnswerPage } from "./show.ts";

/** The thanks after an answer with what happens next, as often as it is opened; whoever has not answered yet is shown the question. */
export async function showThanks(rt: Runtime, request: Request, token: string): Promise<Response> {
  const found = await findPage(rt, token);
  if (!found) return gone(request);
  const { answered, expiresAt } = found.asked;
  if (!answered) return showAnswerPage(rt, request, token, null);
  const known = await withToken(rt, "answer", token, async (ctx, number) => ({
    next: await findNextStep(ctx, number),
    youSaid: await findYouSaid(ctx, number),
  }));
  return pageResponse(200, (nonce) =>
    thanksPage(found.template.survey, {
      nonce,
      score: answered.score,
      ...known,
      change: { url: `/r/${token}`, until: expiresAt },
      mineUrl: `/r/${token}/mine`,
    }),
  );
}
