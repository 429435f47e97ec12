import { thanksPage } from "#app/(public)/_pages/thanks-page.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { pageResponse } from "#app/(public)/_respond/page-response.ts";
import { type Runtime, withToken } from "#server/entry.ts";
import { findAsked } from "#server/response/find-asked.ts";
import { showAnswerPage } from "./show.ts";
import { surveyTemplate } from "./survey-template.ts";

/** The thanks after an answer, as often as it is opened; whoever has not answered yet is shown the question. */
export async function showThanks(rt: Runtime, request: Request, token: string): Promise<Response> {
  const found = await withToken(rt, "answer", token, async (ctx, number) => {
    const asked = await findAsked(ctx, number);
    return asked && { asked, template: await surveyTemplate(ctx, asked) };
  });
  if (!found) return gone(request);
  const { answered, expiresAt } = found.asked;
  if (!answered) return showAnswerPage(rt, request, token, null);
  return pageResponse(200, (nonce) =>
    thanksPage(found.template.survey, {
      nonce,
      score: answered.score,
      change: { url: `/r/${token}`, until: expiresAt },
    }),
  );
}
