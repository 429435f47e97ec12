import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { answerStream, streamPath } from "#app/_trpc/answer-stream.ts";
import { isRespondents, respondents } from "#app/(public)/respondents.ts";
import { isWallboard, wallboards } from "#app/(public)/wallboards.ts";
import { answerHeadline, isHeadline } from "#app/(workspace)/[workspace]/dashboard/now/answer.ts";
import { type Api, createApi } from "#server/api/app.ts";
import { runtime } from "#server/entry.ts";
import { env } from "#server/env.ts";
import { createLog } from "#server/log.ts";

const apiPath = "/api/v1/";

type PlainRoutes = {
  serves(path: string | undefined): boolean;
  /** Whether what it says there is for somebody who is signed in, in their language. */
  isForMember(path: string | undefined): boolean;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

/** What this process serves without Next: the pages that customers open, boards on walls, the API that programs call, the streams of changes, and what a dashboard says first. */
export function plainRoutes(): PlainRoutes {
  const pages = respondents(runtime);
  const boards = wallboards(runtime);
  let api: Promise<Api> | undefined;
  const openApi = () => {
    api ??= runtime().then(createApi);
    api.catch(() => {
      api = undefined;
    });
    return api;
  };
  const listener = getRequestListener(
    async (request) => {
      const path = new URL(request.url).pathname;
      if (path === streamPath) return answerStream(request);
      if (path.startsWith(apiPath)) return (await openApi()).fetch(request);
      if (isWallboard(path)) return boards.fetch(request);
      return isHeadline(path) ? answerHeadline(request) : pages.fetch(request);
    },
    { overrideGlobalObjects: false, errorHandler: unavailable },
  );
  return {
    serves: (path = "") =>
      path.startsWith(apiPath) ||
      path.split("?", 1)[0] === streamPath ||
      isRespondents(path) ||
      isWallboard(path) ||
      isHeadline(path),
    isForMember: (path = "") => isHeadline(path),
    answer: async (request, response) => void (await listener(request, response)),
  };
}

function unavailable(error: unknown): Response {
  createLog(env().LOG_LEVEL).error({ err: error }, "request failed");
  return Response.json(
    { title: "Svar cannot answer just now. Try again in a minute.", status: 503 },
    { status: 503, headers: { "Content-Type": "application/problem+json", "Retry-After": "60" } },
  );
}
