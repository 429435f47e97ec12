import { forAnybody } from "#app/_security/guarded-route.ts";

/** Whether this process answers; it says nothing about what the process stands on. */
export const GET = forAnybody("a supervisor asks, and it says nothing of anybody", () =>
  Response.json({ healthy: true }, { headers: { "Cache-Control": "no-store" } }),
);
