import { requestContext } from "#app/_trpc/request-context.ts";
import { required } from "#server/auth/auth.ts";
import { getHeadline } from "#server/dashboard/headline.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { asMember } from "#server/entry.ts";
import { DomainError } from "#server/errors.ts";
import { positionNow } from "#server/live/changes.ts";
import { headlineOf } from "../headline.ts";
import { placesOf } from "../places.ts";

/** What the dashboard of exactly the view in the address says first, with the position it was read at. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[workspace]/dashboard/now">,
): Promise<Response> {
  const { workspace } = await params;
  const asked = new URL(request.url).searchParams;
  try {
    const { rt, user } = await requestContext(request.headers);
    const view = DashboardView.parse({ ...Object.fromEntries(asked), where: asked.getAll("where") });
    const since = await positionNow(rt.connection.db);
    const found = await asMember(rt, required(user), workspace, (ctx) => getHeadline(ctx, view));
    const headline = headlineOf(view, found, placesOf(workspace, view));
    return Response.json({ since, headline }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(null, { status: error.code === "UNAUTHENTICATED" ? 401 : 404 });
  }
}
