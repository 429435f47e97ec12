import { createRoute, z } from "@hono/zod-openapi";
import { createSurvey } from "#server/survey/create.ts";
import { CreateSurvey } from "#server/survey/schema.ts";
import type { Api } from "./app.ts";
import { body, Id, json, refusals, security } from "./schema.ts";

const create = createRoute({
  method: "post",
  path: "/surveys",
  summary: "Make a survey",
  description: "It asks in our words, in six languages, until somebody writes others.",
  security,
  request: { body: body(z.strictObject(CreateSurvey.shape).openapi("NewSurvey")) },
  responses: { 201: json(z.object({ id: Id }), "It is made."), ...refusals },
});

export function surveyRoutes(api: Api): void {
  api.openapi(create, async (c) => {
    const { id } = await createSurvey(c.get("svar"), c.req.valid("json"));
    return c.json({ id }, 201);
  });
}
