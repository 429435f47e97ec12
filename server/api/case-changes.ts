import { createRoute, z } from "@hono/zod-openapi";
import { addNote } from "#server/case/add-note.ts";
import { mergeCase } from "#server/case/merge.ts";
import { AddNote } from "#server/case/schema.ts";
import type { Api } from "./app.ts";
import { body, conflict, Id, json, Path, refusals, security, unknownThing } from "./schema.ts";

const note = createRoute({
  method: "post",
  path: "/cases/{id}/notes",
  summary: "Write a note that colleagues see and the customer never does",
  description: "Colleagues whose names stand in it behind an @ are told by mail.",
  security,
  request: { params: Path, body: body(AddNote.pick({ text: true }).strict()) },
  responses: {
    201: json(z.object({ id: Id, direction: z.literal("note") }), "It is in the case."),
    ...{ ...refusals, ...unknownThing },
  },
});

const merge = createRoute({
  method: "post",
  path: "/cases/{id}/merge",
  summary: "Merge a case into another one of the same customer",
  description:
    "What was said and promised goes over, and the customer’s mail to either case arrives in the one that stays. This cannot be taken back by the API.",
  security,
  request: {
    params: Path,
    body: body(z.strictObject({ intoId: Id.openapi({ description: "The case that stays." }) })),
  },
  responses: {
    200: json(z.object({ id: Id, state: z.literal("closed"), mergedInto: Id }), "They are one case."),
    ...{ ...refusals, ...unknownThing, ...conflict },
  },
});

export function caseChangeRoutes(api: Api): void {
  api.openapi(note, async (c) => {
    const { text } = c.req.valid("json");
    const { id } = await addNote(c.get("svar"), { caseId: c.req.valid("param").id, text });
    return c.json({ id, direction: "note" as const }, 201);
  });
  api.openapi(merge, async (c) => {
    const { id } = c.req.valid("param");
    const { intoId } = c.req.valid("json");
    await mergeCase(c.get("svar"), { caseId: id, intoId });
    return c.json({ id, state: "closed" as const, mergedInto: intoId }, 200);
  });
}
