import { notReady, readiness } from "#server/api/readiness.ts";
import { runtime } from "#server/entry.ts";

/** 200 when this process can serve, 503 with what is wrong when it cannot. */
export async function GET(): Promise<Response> {
  const state = await runtime().then(readiness).catch(notReady);
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
