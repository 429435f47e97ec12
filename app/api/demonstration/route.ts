import { demonstrationAllowed } from "#app/_home/demonstration.ts";
import { loadDemonstration } from "#server/demo/load.ts";
import { runtime } from "#server/entry.ts";

/** Loads the demonstration, signs the browser in to it and leads to its dashboard. Only where mail ends in the local mailbox. */
export async function POST(): Promise<Response> {
  const rt = await runtime();
  if (!demonstrationAllowed(rt.env)) return new Response(null, { status: 404 });
  try {
    const { email, password, workspaces } = await loadDemonstration(rt);
    const signedIn = await rt.auth.api.signInEmail({ body: { email, password }, asResponse: true });
    const headers = new Headers({
      location: `/${workspaces[0]!.slug}/dashboard`,
      "cache-control": "no-store",
    });
    for (const cookie of signedIn.headers.getSetCookie()) headers.append("set-cookie", cookie);
    return new Response(null, { status: 303, headers });
  } catch (error) {
    rt.log.error({ err: error }, "demonstration not loaded");
    return new Response(null, { status: 303, headers: { location: "/?demonstration=failed" } });
  }
}
