import { forMembers } from "#app/_security/guarded-route.ts";
import { csvStream } from "#server/csv/write.ts";
import { getDashboard } from "#server/dashboard/queries.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { csvResponse } from "../../_csv/csv-response.ts";
import { panelNames, placesOf } from "../places.ts";
import { words } from "../words.ts";
import { fileName } from "./file-name.ts";
import { panelRows } from "./panel-rows.ts";

/** The figures of one part of the dashboard (`panel`), of exactly the view in the address, as a CSV file. */
export const GET = forMembers("viewer", async ({ request, params: { workspace }, enter, record }) => {
  const asked = request.nextUrl.searchParams;
  const panel = panelNames.find((name) => name === asked.get("panel"));
  if (!panel) return new Response(words()("csv.noPanel", { panels: panelNames.join(", ") }), { status: 400 });
  const view = DashboardView.parse({ ...Object.fromEntries(asked), where: asked.getAll("where") });
  const found = await enter((ctx) => getDashboard(ctx, view));
  const shown = { view, found, places: placesOf(workspace, view) };
  const { from, to } = found.days;
  await record("exports.dashboard", { after: { panel, from, to } });
  return csvResponse(fileName(panel, shown), csvStream(panelRows(panel, shown), { bom: true }));
});
