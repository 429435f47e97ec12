import { type Context, Hono } from "hono";
import { decoyPath } from "#emails/decoy.ts";
import type { Runtime } from "#server/entry.ts";
import { gone } from "./_respond/gone.ts";
import { limitAddress } from "./_respond/limit.ts";
import { orAway } from "./_respond/or-away.ts";
import { showCheck, showCheckThanks, takeCheck } from "./c/_check/check.ts";
import { showEndOfDigest, takeEndOfDigest } from "./d/_digest/end-digest.ts";
import { sendAllOwnData, showOwnData, takeErasure } from "./p/_own-data/own-data.ts";
import { noteOpened, takeSeen } from "./r/_answer/seen.ts";
import { showAnswerPage } from "./r/_answer/show.ts";
import { takeAnswer } from "./r/_answer/take.ts";
import { showThanks } from "./r/_answer/thank.ts";
import { sendOwnData, showMine, takeMine } from "./r/_mine/mine.ts";
import { takeQuote } from "./r/_quote/take.ts";
import { scoreOf, showPreview, thankForTest } from "./r/preview/_preview/preview.ts";
import { showLinkPage } from "./s/_link/show.ts";
import { takeLinkAnswer } from "./s/_link/take.ts";
import { showLinkThanks } from "./s/_link/thank.ts";
import { showOptOut, takeOptOut } from "./u/_opt-out/opt-out.ts";

type Respond = (
  rt: Runtime,
  request: Request,
  link: { token: string; score: number | null; answer: string | null },
) => Promise<Response>;

/**
 * The pages that customers are sent to: all links of our mails, and the one that ends a digest. They are plain HTML and stand before Next, not
 * inside it (docs/decisions/0007). HEAD is answered like GET; every address that is none of these leads nowhere.
 * A score that is no number from 0 to 10 chooses none: a link that was cut short still leads to the question.
 *
 * @param opened what the process holds; a page that says we are away is shown while it fails
 */
export function respondents(opened: () => Promise<Runtime>): Hono {
  const by = (respond: Respond) => (context: Context) => {
    const { token = "", score, answer: said = null } = context.req.param();
    const request = context.req.raw;
    return orAway(opened(), request, async (rt) => {
      const answer = await respond(rt, request, { token, score: scoreOf(score), answer: said });
      if (answer.status !== 404) return answer;
      return (await limitAddress(rt, request, "unknown-link")) > 0 ? tooMany(answer) : answer;
    });
  };
  const preview = by((rt, request, { token, score }) => showPreview(rt, request, token, score));
  const answerPage = by(async (rt, request, { token, score }) => {
    if (score !== null) await noteOpened(rt, token, score);
    return showAnswerPage(rt, request, token, score);
  });
  const decoy = by(async (rt, request, { token }) => {
    await noteOpened(rt, token, null);
    return showAnswerPage(rt, request, token, null);
  });
  const answer = by((rt, request, { token }) => takeAnswer(rt, request, token));

  const check = by((rt, request, { token, answer }) => showCheck(rt, request, token, answer));
  const checkAnswer = by((rt, request, { token }) => takeCheck(rt, request, token));

  return new Hono()
    .get("/r/preview/:token", preview)
    .get("/r/preview/:token/:score", preview)
    .post(
      "/r/preview/:token",
      by((rt, request, { token }) => thankForTest(rt, request, token)),
    )
    .get(
      "/r/:token/thanks",
      by((rt, request, { token }) => showThanks(rt, request, token)),
    )
    .get(
      "/r/:token/mine",
      by((rt, request, { token }) => showMine(rt, request, token)),
    )
    .post(
      "/r/:token/mine",
      by((rt, request, { token }) => takeMine(rt, request, token)),
    )
    .get(
      "/r/:token/mine/data",
      by((rt, request, { token }) => sendOwnData(rt, request, token)),
    )
    .post(
      "/r/:token/quote",
      by((rt, request, { token }) => takeQuote(rt, request, token)),
    )
    .post(
      "/r/:token/seen",
      by((rt, request, { token }) => takeSeen(rt, request, token)),
    )
    .get(`/r/:token/${decoyPath}`, decoy)
    .get("/r/:token", answerPage)
    .get("/r/:token/:score", answerPage)
    .post("/r/:token", answer)
    .post("/r/:token/:score", answer)
    .get(
      "/s/:token",
      by((rt, request, { token }) => showLinkPage(rt, request, token)),
    )
    .post(
      "/s/:token",
      by((rt, request, { token }) => takeLinkAnswer(rt, request, token)),
    )
    .get(
      "/s/:token/thanks/:score",
      by((rt, request, { token, score }) => showLinkThanks(rt, request, token, score)),
    )
    .get(
      "/c/:token/thanks",
      by((rt, request, { token }) => showCheckThanks(rt, request, token)),
    )
    .get("/c/:token", check)
    .get("/c/:token/:answer", check)
    .post("/c/:token", checkAnswer)
    .post("/c/:token/:answer", checkAnswer)
    .get(
      "/p/:token",
      by((rt, request, { token }) => showOwnData(rt, request, token)),
    )
    .get(
      "/p/:token/data",
      by((rt, request, { token }) => sendAllOwnData(rt, request, token)),
    )
    .post(
      "/p/:token",
      by((rt, request, { token }) => takeErasure(rt, request, token)),
    )
    .get(
      "/u/:token",
      by((rt, request, { token }) => showOptOut(rt, request, token)),
    )
    .post(
      "/u/:token",
      by((rt, request, { token }) => takeOptOut(rt, request, token)),
    )
    .get(
      "/d/:token",
      by((rt, request, { token }) => showEndOfDigest(rt, request, token)),
    )
    .post(
      "/d/:token",
      by((rt, request, { token }) => takeEndOfDigest(rt, request, token)),
    )
    .notFound((context) => gone(context.req.raw));
}

/** The same page, with a status that says to stop looking for links. */
const tooMany = (answer: Response) => new Response(answer.body, { status: 429, headers: answer.headers });

/** Whether the path of a request is one of theirs. */
export const isRespondents = (path: string): boolean => /^\/[cdprsu]\//.test(path);
