import { createRoute, z } from "@hono/zod-openapi";
import { npsFigures } from "#server/dashboard/figures.ts";
import { Day } from "#server/response/schema.ts";
import { getSurvey } from "#server/survey/queries.ts";
import type { Api } from "./app.ts";
import { absentWhenEmpty, Id, json, refusals, security, unknownThing } from "./schema.ts";

const Figures = z
  .object({
    n: z.int(),
    promoters: z.int(),
    passives: z.int(),
    detractors: z.int(),
    nps: z.int().nullable().openapi({ description: "−100 to 100; null when nobody has answered." }),
    low: z.number().nullable().openapi({ description: "The lower end of the 95 % interval." }),
    high: z.number().nullable(),
    provisional: z
      .int()
      .openapi({ description: "Numbers that were opened in a mail and not sent; not among the others." }),
    notInvited: z.int().openapi({
      description: "Those of the `n` that came by a link or a kiosk, of people who were not asked.",
    }),
  })
  .openapi("NpsFigures");

const nps = createRoute({
  method: "get",
  path: "/nps",
  summary: "The score, its counts and its interval",
  description: "Of the answers given from `from` to `to`, days of the workspace's calendar, both included.",
  security,
  request: {
    query: z.object({ from: absentWhenEmpty(Day), to: absentWhenEmpty(Day), survey: absentWhenEmpty(Id) }),
  },
  responses: { 200: json(Figures, "The figures."), ...refusals, ...unknownThing },
});

export function npsRoutes(api: Api): void {
  api.openapi(nps, async (c) => {
    const query = c.req.valid("query");
    if (query.survey) await getSurvey(c.get("svar"), { surveyId: query.survey });
    return c.json(await npsFigures(c.get("svar"), query), 200);
  });
}
