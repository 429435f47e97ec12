import { forMembers } from "#app/_security/guarded-route.ts";
import { csvStream } from "#server/csv/write.ts";
import { exportPart, listAttributes } from "#server/response/export.ts";
import { ExportResponses } from "#server/response/schema.ts";
import { csvResponse } from "../../_csv/csv-response.ts";
import { words } from "../words.ts";
import { answerCells, answerHeadings } from "./answer-cells.ts";

const partSize = 2_000;

/** The answers that the same address lets through on screen, or those with the ids given, as a CSV file that is written while it is read. */
export const GET = forMembers("viewer", async ({ request, enter, record }) => {
  const parsed = ExportResponses.safeParse(asked(request.nextUrl.searchParams));
  if (!parsed.success) return new Response(words()("export.refused"), { status: 400 });

  /** By what the answers were narrowed, not to whom: a search may be for a customer. */
  function askedFor({ from, to, id, sort: _, delimiter: __, bom: ___, ...filter }: ExportResponses) {
    const set = Object.entries(filter).filter(([, value]) => value !== undefined && String(value) !== "");
    const narrowedBy = set.length > 0 ? set.map(([name]) => name) : undefined;
    return { from, to, chosen: id?.length, narrowedBy };
  }
  const input = parsed.data;
  const attributes = await enter((ctx) => listAttributes(ctx, input));
  await record("exports.answers", { after: askedFor(input) });
  const part = (cursor: string | null) => enter((ctx) => exportPart(ctx, input, cursor, partSize));
  const style = { delimiter: input.delimiter, bom: input.bom === "1" };
  return csvResponse(words()("export.file"), csvStream(lines(attributes, part), style));
});

async function* lines(
  attributes: readonly string[],
  part: (cursor: string | null) => ReturnType<typeof exportPart>,
) {
  yield answerHeadings(attributes);
  for (let cursor: string | null = null; ; ) {
    const { rows, next } = await part(cursor);
    yield* rows.map((row) => answerCells(row, attributes));
    if (!next) return;
    cursor = next;
  }
}

/** Several values of one name are a list, and what is empty is not there. */
function asked(params: URLSearchParams): Record<string, string | string[]> {
  const names = new Set(params.keys());
  const given = [...names].map(
    (name) => [name, params.getAll(name).filter((value) => value !== "")] as const,
  );
  return Object.fromEntries(
    given.flatMap(([name, values]) =>
      values.length > 0 ? [[name, values.length > 1 ? values : values[0]!]] : [],
    ),
  );
}
