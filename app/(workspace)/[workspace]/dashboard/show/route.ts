import type { NextRequest } from "next/server";
import { shownView } from "../shown-view.ts";
import { addressOf } from "../words.ts";

/** Turns the filter form into the dashboard's address. */
export async function GET(request: NextRequest, { params }: RouteContext<"/[workspace]/dashboard/show">) {
  const { workspace } = await params;
  const location = addressOf(
    `/${encodeURIComponent(workspace)}/dashboard`,
    shownView(request.nextUrl.searchParams),
  );
  return new Response(null, { status: 303, headers: { location } });
}
