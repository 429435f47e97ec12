import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { liveRouter } from "#server/live/router.ts";
import { router } from "#server/trpc.ts";
import { requestContext } from "./request-context.ts";

const endpoint = "/api/trpc";
const streams = router({ live: router({ changes: liveRouter.changes }) });

/** Where the stream of changes is. */
export const streamPath = `${endpoint}/live.changes`;

/** Answers with a stream of changes, with the headers that other answers get in next.config.ts and proxy.ts and that concern it. */
export async function answerStream(request: Request): Promise<Response> {
  const answer = await fetchRequestHandler({
    endpoint,
    req: request,
    router: streams,
    createContext: () => requestContext(request.headers),
  });
  answer.headers.set("X-Content-Type-Options", "nosniff");
  answer.headers.set("Cache-Control", "private, no-store, no-transform");
  return answer;
}
