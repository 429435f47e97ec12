import { type Context, Hono } from "hono";
import type { Runtime } from "#server/entry.ts";
import { gone } from "./_respond/gone.ts";
import { orAway } from "./_respond/or-away.ts";
import { showAnswerPage } from "./r/_answer/show.ts";
import { takeAnswer } from "./r/_answer/take.ts";
import { showThanks } from "./r/_answer/thank.ts";
import { sendOwnData, showMine, takeMine } from "./r/_mine/mine.ts";
import { scoreOf, showPreview, thankForTest } from "./r/preview/_preview/preview.ts";
import { showOptOut, takeOptOut } from "./u/_opt-out/opt-out.ts";

type Respond = (
  rt: Runtime,
  request: Request,
  link: { token: string; score: number | null },
) => Promise<Response>;

/**
 * The pages that customers are sent to: all links of our mails. They are plain HTML and stand before Next, not
 * inside it (docs/decisions/0007). HEAD is answered like GET; every address that is none of these leads nowhere.
 * A score that is no number from 0 to 10 chooses none: a link that was cut short still leads to the question.
 *
 * @param opened what the process holds; a page that says we are away is shown while it fails
 */
export function respondents(opened: () => Promise<Runtime>): Hono {
  const by = (respond: Respond) => (context: Context) => {
    const { token = "", score } = context.req.param();
    const request = context.req.raw;
    return orAway(opened(), request, (rt) => respond(rt, request, { token, score: scoreOf(score) }));
  };
  const preview = by((rt, request, { token, score }) => showPreview(rt, request, token, score));
  const answerPage = by((rt, request, { token, score }) => showAnswerPage(rt, request, token, score));
  const answer = by((rt, request, { token }) => takeAnswer(rt, request, token));

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
    .get("/r/:token", answerPage)
    .get("/r/:token/:score", answerPage)
    .post("/r/:token", answer)
    .post("/r/:token/:score", answer)
    .get(
      "/u/:token",
      by((rt, request, { token }) => showOptOut(rt, request, token)),
    )
    .post(
      "/u/:token",
      by((rt, request, { token }) => takeOptOut(rt, request, token)),
    )
    .notFound((context) => gone(context.req.raw));
}

/** Whether the path of a request is one of theirs. */
export const isRespondents = (path: string): boolean => path.startsWith("/r/") || path.startsWith("/u/");
