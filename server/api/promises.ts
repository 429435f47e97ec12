import { createRoute, z } from "@hono/zod-openapi";
import { requireCase } from "#server/case/queries.ts";
import { keepPromise, movePromise, undoPromise, withdrawPromise } from "#server/promise/change.ts";
import { makePromise } from "#server/promise/make.ts";
import { listPromises } from "#server/promise/queries.ts";
import { MakePromise, MovePromise, WithdrawPromise } from "#server/promise/schema.ts";
import type { Api } from "./app.ts";
import { body, conflict, full, Id, json, Moment, Path, refusals, security, unknownThing } from "./schema.ts";

const states = ["open", "kept", "withdrawn"] as const;
const Day = z.iso.date().openapi({ example: "2026-12-04" });
const Owner = z.string().nullable().openapi({ description: "The member who keeps it; null: nobody." });

const PromiseShape = z
  .object({
    id: Id,
    text: z.string(),
    dueOn: Day.openapi({ description: "By the workspace’s calendar." }),
    ownerId: Owner,
    state: z.enum(states),
    madeAt: Moment,
    endedAt: Moment.nullable().openapi({ description: "When it was kept or withdrawn; null while open." }),
    changes: z
      .array(
        z.object({
          kind: z.enum(["moved", "kept", "withdrawn", "undone"]),
          ...{ dueOn: Day, ownerId: Owner, reason: z.string().nullable(), at: Moment },
        }),
      )
      .openapi({ description: "What became of it, newest first; `undone`: it was made open again." }),
  })
  .openapi("Promise");

const changed = z.object({ id: Id, state: z.enum(states) });

const list = createRoute({
  method: "get",
  path: "/cases/{id}/promises",
  summary: "What was promised to the customer of a case, by day",
  security,
  request: { params: Path },
  responses: {
    200: json(z.object({ data: z.array(PromiseShape) }), "All of them."),
    ...refusals,
    ...unknownThing,
  },
});

const make = createRoute({
  method: "post",
  path: "/cases/{id}/promises",
  summary: "Note what was promised to the customer; the case cannot be closed while it is open",
  security,
  request: { params: Path, body: body(MakePromise.omit({ caseId: true }).strict()) },
  responses: {
    201: json(changed, "It is noted."),
    ...{ ...refusals, ...unknownThing, ...conflict, ...full },
  },
});

const change = {
  method: "post" as const,
  security,
  responses: { 200: json(changed, "It is done."), ...refusals, ...unknownThing, ...conflict },
};

const keep = createRoute({
  ...{ ...change, path: "/promises/{id}/keep", summary: "Mark a promise as kept" },
  request: { params: Path },
});

const reopen = createRoute({
  ...{ ...change, path: "/promises/{id}/reopen" },
  summary: "Make a promise open again that was kept or withdrawn",
  request: { params: Path },
});

const move = createRoute({
  ...{ ...change, path: "/promises/{id}/move" },
  summary: "Give a promise another day, and another owner if you like, for a reason",
  request: { params: Path, body: body(MovePromise.omit({ promiseId: true }).strict()) },
});

const withdraw = createRoute({
  ...{ ...change, path: "/promises/{id}/withdraw", summary: "Take a promise back, for a reason" },
  request: { params: Path, body: body(WithdrawPromise.omit({ promiseId: true }).strict()) },
});

export function promiseRoutes(api: Api): void {
  api.openapi(list, async (c) => {
    const caseId = c.req.valid("param").id;
    await requireCase(c.get("svar"), caseId);
    return c.json({ data: (await listPromises(c.get("svar"), { caseId })).map(shapeOf) }, 200);
  });
  api.openapi(make, async (c) => {
    const { id } = await makePromise(c.get("svar"), {
      ...{ caseId: c.req.valid("param").id, ...c.req.valid("json") },
    });
    return c.json({ id, state: "open" as const }, 201);
  });
  api.openapi(keep, async (c) => {
    const { id } = c.req.valid("param");
    await keepPromise(c.get("svar"), { promiseId: id });
    return c.json({ id, state: "kept" as const }, 200);
  });
  api.openapi(reopen, async (c) => {
    const { id } = c.req.valid("param");
    await undoPromise(c.get("svar"), { promiseId: id });
    return c.json({ id, state: "open" as const }, 200);
  });
  api.openapi(move, async (c) => {
    const { id } = c.req.valid("param");
    await movePromise(c.get("svar"), { promiseId: id, ...c.req.valid("json") });
    return c.json({ id, state: "open" as const }, 200);
  });
  api.openapi(withdraw, async (c) => {
    const { id } = c.req.valid("param");
    await withdrawPromise(c.get("svar"), { promiseId: id, ...c.req.valid("json") });
    return c.json({ id, state: "withdrawn" as const }, 200);
  });
}

type Promised = Awaited<ReturnType<typeof listPromises>>[number];

function shapeOf(one: Promised): z.infer<typeof PromiseShape> {
  const { id, text, dueOn, ownerId, endedAs, endedAt, madeAt, changes } = one;
  return {
    ...{ id, text, dueOn, ownerId, state: endedAs ?? "open" },
    madeAt: madeAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    changes: changes.map(({ kind, reason, changedAt, ...then }) => ({
      ...{ kind, dueOn: then.dueOn, ownerId: then.ownerId, reason, at: changedAt.toISOString() },
    })),
  };
}
