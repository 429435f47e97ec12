import type { NextRequest } from "next/server";
import { requestContext } from "#app/_trpc/request-context.ts";
import { required } from "#server/auth/auth.ts";
import { csvStream } from "#server/csv/write.ts";
import { asMember } from "#server/entry.ts";
import { DomainError } from "#server/errors.ts";
import { exportPart, listAttributes } from "#server/response/export.ts";
import { ExportResponses } from "#server/response/schema.ts";
import { csvResponse } from "../../_csv/csv-response.ts";
import { words } from "../words.ts";
import { answerCells, answerHeadings } from "./answer-cells.ts";

const partSize = 2_000;

/** The answers that the same address lets through on screen, or those with the ids given, as a CSV file that is written while it is read. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<"/[workspace]/responses/export">,
): Promise<Response> {
  const { workspace } = await params;
  const parsed = ExportResponses.safeParse(asked(request.nextUrl.searchParams));
  if (!parsed.success) return new Response(words()("export.refused"), { status: 400 });
  const input = parsed.data;
  try {
    const { rt, user } = await requestContext(request.headers);
    const member = required(user);
    const attributes = await asMember(rt, member, workspace, (ctx) => listAttributes(ctx, input));
    const part = (cursor: string | null) =>
      asMember(rt, member, workspace, (ctx) => exportPart(ctx, input, cursor, partSize));
    const style = { delimiter: input.delimiter, bom: input.bom === "1" };
    return csvResponse(words()("export.file"), csvStream(lines(attributes, part), style));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(null, { status: error.code === "UNAUTHENTICATED" ? 401 : 404 });
  }
}

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
