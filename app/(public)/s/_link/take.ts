import type { AnswerProblem } from "#app/(public)/_pages/problems.ts";
import { gone } from "#app/(public)/_respond/gone.ts";
import { addressOf } from "#app/(public)/_respond/limit.ts";
import { respondentHeaders } from "#app/(public)/_respond/page-response.ts";
import { problemsOf, typedIn } from "#app/(public)/_respond/typed.ts";
import { readForm } from "#app/(public)/r/_answer/read-form.ts";
import { countAttempt } from "#server/auth/count-attempt.ts";
import { type Runtime, withToken } from "#server/entry.ts";
import { ageOfNonce } from "#server/response/rules.ts";
import { answerSurveyLink } from "#server/survey-link/answer.ts";
import { leastShownMs, limitWindowMs, mostFromOneAddress } from "#server/survey-link/rules.ts";
import { AnswerSurveyLink } from "#server/survey-link/schema.ts";
import { findLinkPage } from "./find-page.ts";
import { answeredCookie, hasAnswered } from "./once.ts";
import { showLinkPage } from "./show.ts";

/**
 * Takes an answer from the page of a link: one for each view of it, as many from one address as its kind allows, one
 * from each browser where that was chosen. What cannot be taken comes back as it was typed, with the reason.
 */
export async function takeLinkAnswer(rt: Runtime, request: Request, token: string): Promise<Response> {
  const found = await findLinkPage(rt, request, token);
  if (!found) return gone(request);
  const { link, template } = found;
  if (link.once && hasAnswered(request, token)) return showLinkPage(rt, request, token);
  const form = await readForm(request);
  const again = (status: number, ...problems: AnswerProblem[]) =>
    showLinkPage(rt, request, token, { ...typedIn(form), problems, status });
  if (!form) return again(413, "commentTooLong");
  const answer = AnswerSurveyLink.safeParse({
    score: form.get("score"),
    comment: form.get("comment") ?? undefined,
    drivers: form.getAll("driver"),
  });
  if (!answer.success) return again(422, ...problemsOf(answer.error.issues));
  const nonce = form.get("nonce") ?? "";
  const shownMs = ageOfNonce(rt.tokens, token, nonce, rt.clock());
  if (shownMs === null) return again(422, "pageTooOld");
  if (shownMs < leastShownMs) return again(422, "tryAgain");
  const limit = { max: mostFromOneAddress[link.kind], window: limitWindowMs };
  const key = `survey-link|${link.id}|${addressOf(request)}`;
  if ((await countAttempt(rt.connection.db, key, limit, rt.clock())) > 0) return again(429, "tooMany");

  const { locale } = template.survey;
  const taken = await withToken(rt, "survey-link", token, (ctx, number) =>
    answerSurveyLink(ctx, number, { ...answer.data, nonce, locale }),
  );
  if (!taken) return gone(request);
  return new Response(null, {
    status: 303,
    headers: {
      ...respondentHeaders,
      ...(link.once ? { "Set-Cookie": answeredCookie(token, rt.env.APP_URL.startsWith("https:")) } : {}),
      Location: `/s/${token}/thanks/${answer.data.score}`,
    },
  });
}
