import { z } from "zod";
import { forAnybody } from "#app/_security/guarded-route.ts";
import { readFilterForm } from "#app/(workspace)/[workspace]/_filter/read-form.ts";
import { filterOf, withQuery } from "#server/response/address.ts";
import { ResponseFilter } from "#server/response/schema.ts";

type Context = RouteContext<"/[workspace]/settings/digests/show">;

/** Turns the form of what a digest tells of into the address of its page. */
export const GET = forAnybody("it writes an address anew", async (request, { params }: Context) => {
  const { workspace } = await params;
  const sent = request.nextUrl.searchParams;
  const digest = z.uuid().safeParse(sent.get("digest")).data ?? "new";
  const { from, to, ...filter } = ResponseFilter.parse(readFilterForm(sent));
  const page = `/${encodeURIComponent(workspace)}/settings/digests/${digest}`;
  return new Response(null, { status: 303, headers: { location: withQuery(page, filterOf(filter)) } });
});
