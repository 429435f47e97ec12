import { requestContext } from "#app/_trpc/request-context.ts";
import { required } from "#server/auth/auth.ts";
import { getHeadline } from "#server/dashboard/headline.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { asMember } from "#server/entry.ts";
import { DomainError } from "#server/errors.ts";
import { positionNow } from "#server/live/changes.ts";
import { createTogether } from "#server/live/together.ts";
import { membershipOf } from "#server/memberships.ts";
import { type Headline, headlineOf } from "../headline.ts";
import { placesOf } from "../places.ts";

/** Every member sees the same figures, and those who look at the same view ask at the same moment: when something came. */
const together = createTogether<{ since: string; headline: Headline }>();

/** Not worth packing: two kilobytes, asked for twice a second by every dashboard in sight. */
const asItIs = { "cache-control": "no-store, no-transform" };

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
    const reader = required(user);
    const { workspaceId } = await membershipOf(rt.connection.db, reader, workspace);
    const now = await together(JSON.stringify([workspaceId, view]), async () => {
      const since = await positionNow(rt.connection.db);
      const found = await asMember(rt, reader, workspace, (ctx) => getHeadline(ctx, view));
      return { since, headline: headlineOf(view, found, placesOf(workspace, view)) };
    });
    return Response.json(now, { headers: asItIs });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(null, { status: error.code === "UNAUTHENTICATED" ? 401 : 404 });
  }
}
