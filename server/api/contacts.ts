import { createRoute, z } from "@hono/zod-openapi";
import { ContactInput, UpsertContacts } from "#server/contact/schema.ts";
import { upsertContacts } from "#server/contact/upsert.ts";
import { sayRefusal } from "#server/i18n/say-refusal.ts";
import type { Api } from "./app.ts";
import { body, json, refusals, security } from "./schema.ts";

const Contact = z.strictObject(ContactInput.shape).openapi("Contact");

const Upserted = z
  .object({
    created: z.int(),
    updated: z.int(),
    rejected: z.array(
      z.object({
        index: z.int().openapi({ description: "Its place in the list that was sent, from 0." }),
        field: z.string(),
        reason: z.string(),
      }),
    ),
  })
  .openapi("UpsertedContacts");

const upsert = createRoute({
  method: "post",
  path: "/contacts",
  summary: "Add contacts or bring them up to date",
  description:
    "Up to 1,000 at once, known by their e-mail address. Each is taken or refused by itself; what is absent or empty erases nothing.",
  security,
  request: {
    body: body(
      UpsertContacts.extend({
        contacts: UpsertContacts.shape.contacts.clone().openapi({
          type: "array",
          items: { $ref: "#/components/schemas/Contact" },
          minItems: 1,
          maxItems: 1000,
        }),
      }),
    ),
  },
  responses: { 200: json(Upserted, "What became of them."), ...refusals },
});

export function contactRoutes(api: Api): void {
  api.openAPIRegistry.register("Contact", Contact);
  api.openapi(upsert, async (c) => {
    const done = await upsertContacts(c.get("svar"), { ...c.req.valid("json"), source: "api" });
    const rejected = done.rejected.map((one) => ({ ...one, reason: sayRefusal("en", one.reason) }));
    return c.json({ ...done, rejected }, 200);
  });
}
