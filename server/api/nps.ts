import { createRoute, z } from "@hono/zod-openapi";
import { npsFigures } from "#server/dashboard/figures.ts";
import type { Api } from "./app.ts";
import { Filter, requireSurvey } from "./response-filter.ts";
import { json, refusals, security, unknownThing } from "./schema.ts";

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
  description: "Of the answers that the parameters let through, or of all that count.",
  security,
  request: { query: z.strictObject(Filter) },
  responses: { 200: json(Figures, "The figures."), ...refusals, ...unknownThing },
});

export function npsRoutes(api: Api): void {
  api.openapi(nps, async (c) => {
    const query = c.req.valid("query");
    await requireSurvey(c.get("svar"), query);
    return c.json(await npsFigures(c.get("svar"), query), 200);
  });
}
