import { forMembers } from "#app/_security/guarded-route.ts";
import { csvStream } from "#server/csv/write.ts";
import { getFigures } from "#server/follow-up/queries.ts";
import { FiguresView } from "#server/follow-up/schema.ts";
import { csvResponse } from "../../../_csv/csv-response.ts";
import { tableNames } from "../view.ts";
import { words } from "../words.ts";
import { tableRows } from "./table-rows.ts";

/** One table of the figures (`table`), of exactly the view in the address, as a CSV file. */
export const GET = forMembers("viewer", async ({ request, params: { workspace }, enter, record }) => {
  const asked = request.nextUrl.searchParams;
  const table = tableNames.find((name) => name === asked.get("table"));
  if (!table)
    return new Response(words()("csvColumn.noTable", { tables: tableNames.join(", ") }), { status: 400 });
  const view = FiguresView.parse(Object.fromEntries(asked));
  const found = await enter((ctx) => getFigures(ctx, view));
  const { from, to } = found.days;
  await record("exports.case_figures", { after: { table, from, to } });
  const t = words();
  const title = table === "periods" ? t(`periods.${found.bucket}`) : t(`${table}.title`);
  const name = [t("title"), title, from, to].filter(Boolean).join(" ");
  return csvResponse(name, csvStream(tableRows(table, { workspace, view, found }), { bom: true }));
});
