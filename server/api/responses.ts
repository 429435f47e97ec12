import { createRoute, z } from "@hono/zod-openapi";
import { groupOf } from "#server/nps/groups.ts";
import { listResponses } from "#server/response/list.ts";
import { ListResponses } from "#server/response/schema.ts";
import type { Api } from "./app.ts";
import { openCursor, sealCursor } from "./cursor.ts";
import { Filter, Listing, requireSurvey } from "./response-filter.ts";
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
  unknownThing,
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
  summary: "Answers, newest first unless told",
  description:
    "Those that count and fit the parameters; an answer that may be a machine's is not among them.",
  security,
  request: { query: z.strictObject({ ...Filter, ...Listing, ...Paging }) },
  responses: { 200: json(pageOf(Response), "One page."), ...refusals, ...unknownThing },
});

export function responseRoutes(api: Api): void {
  api.openapi(list, async (c) => {
    const { cursor, ...query } = c.req.valid("query");
    await requireSurvey(c.get("svar"), query);
    const input = ListResponses.parse({ ...query, cursor: openCursor(cursor) });
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
