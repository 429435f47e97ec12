import { demonstrationAllowed } from "#app/_home/demonstration.ts";
import { forAnybody } from "#app/_security/guarded-route.ts";
import { requestContext } from "#app/_trpc/request-context.ts";
import { joinDemonstration } from "#server/demo/join.ts";
import { loadDemonstration } from "#server/demo/load.ts";
import type { Runtime } from "#server/entry.ts";

/**
 * Loads the demonstration and leads to its dashboard: whoever is signed in joins it, a stranger's browser is signed in
 * as its guide. Only where mail ends in the local mailbox.
 */
export const POST = forAnybody("it is only there where no mail leaves the machine", async (request) => {
  const { rt, user } = await requestContext(request.headers);
  if (!demonstrationAllowed(rt.env)) return new Response(null, { status: 404 });
  try {
    if (!user) return await asGuide(rt);
    const [first] = await joinDemonstration(rt, user);
    return to(first!.slug);
  } catch (error) {
    rt.log.error({ err: error }, "demonstration not loaded");
    return new Response(null, { status: 303, headers: { location: "/?demonstration=failed" } });
  }
});

async function asGuide(rt: Runtime): Promise<Response> {
  const { email, password, workspaces } = await loadDemonstration(rt);
  const signedIn = await rt.auth.api.signInEmail({ body: { email, password }, asResponse: true });
  const response = to(workspaces[0]!.slug);
  for (const cookie of signedIn.headers.getSetCookie()) response.headers.append("set-cookie", cookie);
  return response;
}

const to = (slug: string) =>
  new Response(null, {
    status: 303,
    headers: { location: `/${slug}/dashboard`, "cache-control": "no-store" },
  });
