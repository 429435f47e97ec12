import { forAnybody } from "#app/_security/guarded-route.ts";
import { withQuery } from "#server/response/address.ts";
import { readFilterForm } from "../../_filter/read-form.ts";
import { AnswersView, answersQuery } from "../_list/view.ts";

type Context = RouteContext<"/[workspace]/responses/show">;

/** Turns the filter form into the address of the answers it lets through. */
export const GET = forAnybody("it writes an address anew", async (request, { params }: Context) => {
  const { workspace } = await params;
  const view = AnswersView.parse(readFilterForm(request.nextUrl.searchParams));
  const location = withQuery(`/${encodeURIComponent(workspace)}/responses`, answersQuery(view));
  return new Response(null, { status: 303, headers: { location } });
});
