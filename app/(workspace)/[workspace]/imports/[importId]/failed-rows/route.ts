import { requestContext } from "#app/_trpc/request-context.ts";
import { required } from "#server/auth/auth.ts";
import { asMember } from "#server/entry.ts";
import { failedRows } from "#server/import/failed-rows.ts";
import { GetImport } from "#server/import/schema.ts";
import { requireRole } from "#server/trpc.ts";
import { answerInWords } from "../../answer-in-words.ts";

/** The rows that were not imported, as a CSV file to mend. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[workspace]/imports/[importId]/failed-rows">,
) {
  const { workspace, importId } = await params;
  const parsed = GetImport.safeParse({ importId });
  if (!parsed.success) return new Response(null, { status: 404 });
  let file: Awaited<ReturnType<typeof failedRows>> | undefined;
  const answer = await answerInWords(request, async () => {
    const { rt, user } = await requestContext(request.headers);
    file = await asMember(rt, required(user), workspace, (ctx) => {
      requireRole(ctx, "manager");
      return failedRows(ctx, parsed.data);
    });
    return {};
  });
  if (!file) return answer;
  return new Response(file.csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      "cache-control": "no-store",
    },
  });
}
