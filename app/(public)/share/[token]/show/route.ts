import { forAnybody } from "#app/_security/guarded-route.ts";
import { shownView } from "#app/(workspace)/[workspace]/dashboard/shown-view.ts";
import { keptIn, placesOfReader } from "../_page/places.ts";

type Context = RouteContext<"/share/[token]/show">;

/** Turns the filter form of a shared dashboard into its address. */
export const GET = forAnybody("it writes an address anew", async (request, { params }: Context) => {
  const { token } = await params;
  const sent = request.nextUrl.searchParams;
  const kept = keptIn({ theme: sent.get("theme") ?? undefined });
  const places = placesOfReader(encodeURIComponent(token), shownView(sent), kept);
  return new Response(null, { status: 303, headers: { location: places.dashboard({}) } });
});
