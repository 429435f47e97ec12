import { createRoute, z } from "@hono/zod-openapi";
import { listOffered } from "#server/cause/queries.ts";
import type { Api } from "./app.ts";
import { Id, json, refusals, security } from "./schema.ts";

/** Why a case came, as it is called now. */
export const CauseShape = z
  .object({
    id: Id,
    name: z.string(),
    parent: z
      .object({ id: Id, name: z.string() })
      .nullable()
      .openapi({ description: "The cause it is beneath; null for one of the first level." }),
  })
  .openapi("Cause");

const list = createRoute({
  method: "get",
  path: "/causes",
  summary: "The causes that a case can be closed with, in the order of the workspace’s list",
  security,
  responses: { 200: json(z.object({ data: z.array(CauseShape) }), "All of them."), ...refusals },
});

export function causeRoutes(api: Api): void {
  api.openapi(list, async (c) => c.json({ data: await listOffered(c.get("svar")) }, 200));
}
