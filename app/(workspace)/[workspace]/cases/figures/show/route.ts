import { forAnybody } from "#app/_security/guarded-route.ts";
import { FiguresView } from "#server/follow-up/schema.ts";
import { ownDates } from "../../../dashboard/choice.ts";
import { figuresAddress } from "../view.ts";

type Context = RouteContext<"/[workspace]/cases/figures/show">;

/** Turns the form into the address of the figures; the two dates count where the choice is theirs. */
export const GET = forAnybody("it writes an address anew", async (request, { params }: Context) => {
  const { workspace } = await params;
  const { from, to, ...form } = Object.fromEntries(request.nextUrl.searchParams);
  const view = FiguresView.parse({ ...form, ...(form.period === ownDates ? { from, to } : {}) });
  const location = figuresAddress(encodeURIComponent(workspace), view);
  return new Response(null, { status: 303, headers: { location } });
});
