import { forAnybody } from "#app/_security/guarded-route.ts";
import { shownView } from "../shown-view.ts";
import { addressOf } from "../words.ts";

type Context = RouteContext<"/[workspace]/dashboard/show">;

/** Turns the filter form into the dashboard's address. */
export const GET = forAnybody("it writes an address anew", async (request, { params }: Context) => {
  const { workspace } = await params;
  const dashboard = `/${encodeURIComponent(workspace)}/dashboard`;
  const location = addressOf(dashboard, shownView(request.nextUrl.searchParams));
  return new Response(null, { status: 303, headers: { location } });
});
