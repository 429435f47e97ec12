import { requestContext } from "#app/_trpc/request-context.ts";
import { required } from "#server/auth/auth.ts";
import { csvStream } from "#server/csv/write.ts";
import { asMember } from "#server/entry.ts";
import { DomainError } from "#server/errors.ts";
import { getFigures } from "#server/follow-up/queries.ts";
import { FiguresView } from "#server/follow-up/schema.ts";
import { csvResponse } from "../../../_csv/csv-response.ts";
import { tableNames } from "../view.ts";
import { words } from "../words.ts";
import { tableRows } from "./table-rows.ts";

/** One table of the figures (`table`), of exactly the view in the address, as a CSV file. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[workspace]/cases/figures/export">,
): Promise<Response> {
  const { workspace } = await params;
  const asked = new URL(request.url).searchParams;
  const table = tableNames.find((name) => name === asked.get("table"));
  if (!table)
    return new Response(words()("csvColumn.noTable", { tables: tableNames.join(", ") }), { status: 400 });
  try {
    const { rt, user } = await requestContext(request.headers);
    const view = FiguresView.parse(Object.fromEntries(asked));
    const found = await asMember(rt, required(user), workspace, (ctx) => getFigures(ctx, view));
    const { from, to } = found.days;
    const name = ["svar-cases", table, from, to].filter(Boolean).join("-");
    return csvResponse(name, csvStream(tableRows(table, { workspace, view, found }), { bom: true }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(null, { status: error.code === "UNAUTHENTICATED" ? 401 : 404 });
  }
}
