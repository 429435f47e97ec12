import { forMembers } from "#app/_security/guarded-route.ts";
import { getHeadline } from "#server/dashboard/headline.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { positionNow } from "#server/live/changes.ts";
import { createTogether } from "#server/live/together.ts";
import { type Headline, headlineOf } from "../headline.ts";
import { placesOf } from "../places.ts";

/** Members who see the same answers see the same figures, and those who look at the same view ask at the same moment: when something came. */
const together = createTogether<{ since: string; headline: Headline }>();

/** Not worth packing: two kilobytes, asked for twice a second by every dashboard in sight. */
const asItIs = { "cache-control": "private, no-store, no-transform" };

/** What the dashboard of exactly the view in the address says first, with the position it was read at. */
export const GET = forMembers<{ workspace: string }, Request>(
  "viewer",
  async ({ request, params: { workspace }, rt, enter, knock }) => {
    const asked = new URL(request.url).searchParams;
    const view = DashboardView.parse({ ...Object.fromEntries(asked), where: asked.getAll("where") });
    const now = await together(JSON.stringify([await knock(), view]), async () => {
      const since = await positionNow(rt.connection.db);
      const found = await enter((ctx) => getHeadline(ctx, view));
      return { since, headline: headlineOf(view, found, placesOf(workspace, view)) };
    });
    return Response.json(now, { headers: asItIs });
  },
);
