import type { NextRequest } from "next/server";
import { withQuery } from "#server/response/address.ts";
import { readFilterForm } from "../../_filter/read-form.ts";
import { AnswersView, answersQuery } from "../_list/view.ts";

/** Turns the filter form into the address of the answers it lets through. */
export async function GET(request: NextRequest, { params }: RouteContext<"/[workspace]/responses/show">) {
  const { workspace } = await params;
  const view = AnswersView.parse(readFilterForm(request.nextUrl.searchParams));
  const location = withQuery(`/${encodeURIComponent(workspace)}/responses`, answersQuery(view));
  return new Response(null, { status: 303, headers: { location } });
}
