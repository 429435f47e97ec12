import { createRoute, z } from "@hono/zod-openapi";
import { groupOf } from "#server/nps/groups.ts";
import { listResponses } from "#server/response/list.ts";
import { ListResponses } from "#server/response/schema.ts";
import type { Api } from "./app.ts";
import { openCursor, sealCursor } from "./cursor.ts";
import {
  asContactWish,
  ContactWishShape,
  DriversShape,
  Id,
  json,
  Moment,
  Paging,
  pageOf,
  refusals,
  security,
} from "./schema.ts";

const Response = z
  .object({
    id: Id,
    surveyId: Id,
    score: z.int().min(0).max(10),
    group: z.enum(["detractor", "passive", "promoter"]),
    comment: z.string().nullable(),
    drivers: DriversShape,
    contactWish: ContactWishShape,
    answeredAt: Moment,
    version: z.int().openapi({ description: "1, and one more with each change by the customer." }),
    channel: z.enum(["email", "import", "link", "kiosk"]),
    locale: z.string(),
    touchpoint: z.string(),
    attributes: z.record(z.string(), z.string()),
    contact: z
      .object({
        id: Id,
        name: z.string().nullable(),
        email: z.string().nullable(),
        account: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi("Response");

const list = createRoute({
  method: "get",
  path: "/responses",
  summary: "Answers, newest first",
  description: "Those that count; an answer that may be a machine's is not among them.",
  security,
  request: { query: z.object(Paging) },
  responses: { 200: json(pageOf(Response), "One page."), ...refusals },
});

export function responseRoutes(api: Api): void {
  api.openapi(list, async (c) => {
    const { limit, cursor } = c.req.valid("query");
    const input = ListResponses.parse({ limit, cursor: openCursor(cursor) });
    const { responses, next } = await listResponses(c.get("svar"), input);
    return c.json({ data: responses.map(asResponse), next: sealCursor(next) }, 200);
  });
}

type Row = Awaited<ReturnType<typeof listResponses>>["responses"][number];

function asResponse(row: Row): z.infer<typeof Response> {
  const { id, surveyId, score, comment, version, channel, locale, touchpoint, attributes } = row;
  return {
    ...{
      id,
      surveyId,
      score,
      group: groupOf(score),
      comment,
      version,
      channel,
      locale,
      touchpoint,
      attributes,
    },
    drivers: row.drivers,
    contactWish: asContactWish(row),
    answeredAt: row.answeredAt.toISOString(),
    contact: row.contactId
      ? { id: row.contactId, name: row.contactName, email: row.contactEmail, account: row.accountName }
      : null,
  };
}
