import { forAnybody } from "#app/_security/guarded-route.ts";
import { notReady, readiness } from "#server/api/readiness.ts";
import { runtime } from "#server/entry.ts";

/** 200 when this process can serve, 503 with what is wrong when it cannot. */
export const GET = forAnybody("a supervisor asks, and it says nothing of anybody", async () => {
  const state = await runtime().then(readiness).catch(notReady);
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { "Cache-Control": "no-store" } });
});
