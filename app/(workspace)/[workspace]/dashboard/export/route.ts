import { requestContext } from "#app/_trpc/request-context.ts";
import { required } from "#server/auth/auth.ts";
import { csvStream } from "#server/csv/write.ts";
import { getDashboard } from "#server/dashboard/queries.ts";
import { DashboardView } from "#server/dashboard/schema.ts";
import { asMember } from "#server/entry.ts";
import { DomainError } from "#server/errors.ts";
import { csvResponse } from "../../_csv/csv-response.ts";
import { panelNames, placesOf } from "../places.ts";
import { words } from "../words.ts";
import { panelRows } from "./panel-rows.ts";

/** The figures of one part of the dashboard (`panel`), of exactly the view in the address, as a CSV file. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[workspace]/dashboard/export">,
): Promise<Response> {
  const { workspace } = await params;
  const asked = new URL(request.url).searchParams;
  const panel = panelNames.find((name) => name === asked.get("panel"));
  if (!panel) return new Response(words()("csv.noPanel", { panels: panelNames.join(", ") }), { status: 400 });
  try {
    const { rt, user } = await requestContext(request.headers);
    const view = DashboardView.parse({ ...Object.fromEntries(asked), where: asked.getAll("where") });
    const found = await asMember(rt, required(user), workspace, (ctx) => getDashboard(ctx, view));
    const rows = panelRows(panel, { view, found, places: placesOf(workspace, view) });
    const { from, to } = found.days;
    const name = [`svar-${panel}`, from, to].filter(Boolean).join("-");
    return csvResponse(name, csvStream(rows, { bom: true }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(null, { status: error.code === "UNAUTHENTICATED" ? 401 : 404 });
  }
}
