import type { NextRequest } from "next/server";
import { z } from "zod";
import { readFilterForm } from "#app/(workspace)/[workspace]/_filter/read-form.ts";
import { filterOf, withQuery } from "#server/response/address.ts";
import { ResponseFilter } from "#server/response/schema.ts";

/** Turns the form of what a digest tells of into the address of its page. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<"/[workspace]/settings/digests/show">,
) {
  const { workspace } = await params;
  const sent = request.nextUrl.searchParams;
  const digest = z.uuid().safeParse(sent.get("digest")).data ?? "new";
  const { from, to, ...filter } = ResponseFilter.parse(readFilterForm(sent));
  const page = `/${encodeURIComponent(workspace)}/settings/digests/${digest}`;
  return new Response(null, { status: 303, headers: { location: withQuery(page, filterOf(filter)) } });
}
