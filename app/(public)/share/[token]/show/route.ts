import type { NextRequest } from "next/server";
import { shownView } from "#app/(workspace)/[workspace]/dashboard/shown-view.ts";
import { keptIn, placesOfReader } from "../_page/places.ts";

/** Turns the filter form of a shared dashboard into its address. */
export async function GET(request: NextRequest, { params }: RouteContext<"/share/[token]/show">) {
  const { token } = await params;
  const sent = request.nextUrl.searchParams;
  const places = placesOfReader(
    encodeURIComponent(token),
    shownView(sent),
    keptIn({ theme: sent.get("theme") ?? undefined }),
  );
  return new Response(null, { status: 303, headers: { location: places.dashboard({}) } });
}
