import { OpenAPIHono } from "@hono/zod-openapi";
import type { Ctx } from "#server/context.ts";
import type { Runtime } from "#server/entry.ts";
import { currentRequestId, requestIdFrom } from "#server/request-id.ts";
import { admitByKey } from "./admit-by-key.ts";
import { campaignRoutes } from "./campaigns.ts";
import { caseChangeRoutes } from "./case-changes.ts";
import { caseRoutes } from "./cases.ts";
import { causeRoutes } from "./causes.ts";
import { contactRoutes } from "./contacts.ts";
import { description } from "./description.ts";
import { eventRoutes } from "./events.ts";
import { npsRoutes } from "./nps.ts";
import { answerProblem, invalidParams, problem, problemOf } from "./problem.ts";
import { promiseRoutes } from "./promises.ts";
import { responseRoutes } from "./responses.ts";
import { surveyRoutes } from "./surveys.ts";

/** What every handler finds: the workspace of the key, in a transaction that the answer's success commits. */
export type ApiEnv = { Variables: { svar: Ctx; requestId: string } };
export type Api = OpenAPIHono<ApiEnv>;

/** The REST surface under /api/v1: adapters over the same verbs that the application calls. */
export function createApi(rt: Runtime): Api {
  const api: Api = new OpenAPIHono<ApiEnv>({
    defaultHook(result) {
      if (result.success) return;
      // An id that could not be one names nothing here.
      if (result.target === "param") return answerProblem(nothingHere);
      return answerProblem(invalidParams(result.error));
    },
  }).basePath("/api/v1");

  api.onError((error, c) => {
    const what = problemOf(error, c.get("requestId"));
    if (what.status === 500)
      rt.log.error({ err: error, requestId: c.get("requestId") }, "API request failed");
    if (what.status === 401 || what.status === 403)
      rt.log.warn({ route: "api", status: what.status, because: what.detail }, "refused");
    return answerProblem(what);
  });
  api.notFound(() => answerProblem(nothingHere));

  api.use(async (c, next) => {
    c.set("requestId", currentRequestId() ?? requestIdFrom(c.req.header("X-Request-Id")));
    await next();
    c.header("X-Request-Id", c.get("requestId"));
    c.header("Cache-Control", "no-store");
    c.header("X-Content-Type-Options", "nosniff");
  });
  description(api, rt.env.APP_URL);
  api.use(admitByKey(rt));
  for (const add of [
    contactRoutes,
    surveyRoutes,
    campaignRoutes,
    eventRoutes,
    npsRoutes,
    responseRoutes,
    caseRoutes,
    caseChangeRoutes,
    promiseRoutes,
    causeRoutes,
  ])
    add(api);
  return api;
}

const nothingHere = problem(
  404,
  "Not found",
  "There is nothing at this address. /api/v1/openapi.json says what there is.",
);
