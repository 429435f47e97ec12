import type { Api } from "./app.ts";

/** Serves the OpenAPI document, to everybody, and says how requests are authenticated. */
export function description(api: Api, appUrl: string): void {
  api.openAPIRegistry.registerComponent("securitySchemes", "key", {
    type: "http",
    scheme: "bearer",
    description: "An API key of the workspace, `svar_live_…`, made under Settings, API keys.",
  });
  api.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Svar",
      version: "1",
      description:
        "One question, one comment, a dialogue. Requests and answers are JSON; ids are UUIDs; times are UTC in RFC 3339; errors are `application/problem+json` (RFC 9457) and name the field that is wrong. A workspace sees its own data only: what is another's is not found.",
    },
    servers: [{ url: appUrl }],
  });
}
