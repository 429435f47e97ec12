import { createRoute, z } from "@hono/zod-openapi";
import { caseState, messageDirection } from "#db/schema/index.ts";
import { closeCase } from "#server/case/close.ts";
import { listCases } from "#server/case/list.ts";
import { getCase } from "#server/case/queries.ts";
import { replyToCase } from "#server/case/reply.ts";
import { CloseCase, ListCases, ReplyToCase } from "#server/case/schema.ts";
import type { Api } from "./app.ts";
import { CaseInList, CaseWhole, inList, whole } from "./case-shapes.ts";
import { openCursor, sealCursor } from "./cursor.ts";
import {
  absentWhenEmpty,
  body,
  conflict,
  Id,
  json,
  Paging,
  Path,
  pageOf,
  refusals,
  security,
  unknownThing,
} from "./schema.ts";

const list = createRoute({
  method: "get",
  path: "/cases",
  summary: "Cases, newest first",
  security,
  request: {
    query: z.object({
      state: absentWhenEmpty(z.enum(caseState.enumValues, "Choose open, waiting, snoozed or closed.")),
      ...Paging,
    }),
  },
  responses: { 200: json(pageOf(CaseInList), "One page."), ...refusals },
});

const read = createRoute({
  method: "get",
  path: "/cases/{id}",
  summary: "A case with its answer and its dialogue",
  security,
  request: { params: Path },
  responses: { 200: json(CaseWhole, "The case."), ...refusals, ...unknownThing },
});

const reply = createRoute({
  method: "post",
  path: "/cases/{id}/messages",
  summary: "Answer the customer by mail",
  security,
  request: { params: Path, body: body(ReplyToCase.pick({ text: true }).strict()) },
  responses: {
    201: json(
      z.object({ id: Id, direction: z.enum(messageDirection.enumValues) }),
      "The mail is on its way.",
    ),
    ...refusals,
    ...unknownThing,
    ...conflict,
  },
});

const close = createRoute({
  method: "post",
  path: "/cases/{id}/close",
  summary: "Close a case",
  security,
  request: {
    params: Path,
    body: body(CloseCase.pick({ causeId: true, outcome: true, askRecovery: true }).strict()),
  },
  responses: {
    200: json(z.object({ id: Id, state: z.enum(caseState.enumValues) }), "It is closed."),
    ...refusals,
    ...unknownThing,
    ...conflict,
  },
});

export function caseRoutes(api: Api): void {
  api.openapi(list, async (c) => {
    const { state, limit, cursor } = c.req.valid("query");
    const input = ListCases.parse({ view: "all", state, limit, cursor: openCursor(cursor) });
    const { cases, next } = await listCases(c.get("svar"), input);
    return c.json({ data: cases.map(inList), next: sealCursor(next) }, 200);
  });
  api.openapi(read, async (c) =>
    c.json(whole(await getCase(c.get("svar"), { caseId: c.req.valid("param").id })), 200),
  );
  api.openapi(reply, async (c) => {
    const { text } = c.req.valid("json");
    const { id } = await replyToCase(c.get("svar"), { caseId: c.req.valid("param").id, text });
    return c.json({ id, direction: "out" as const }, 201);
  });
  api.openapi(close, async (c) => {
    const { id, state } = await closeCase(c.get("svar"), {
      caseId: c.req.valid("param").id,
      ...c.req.valid("json"),
    });
    return c.json({ id, state }, 200);
  });
}
