import { requestContext } from "#app/_trpc/request-context.ts";
import { required } from "#server/auth/auth.ts";
import { type CsvCell, csvStream } from "#server/csv/write.ts";
import { asMember } from "#server/entry.ts";
import { DomainError } from "#server/errors.ts";
import { listSuppressions } from "#server/suppression/queries.ts";
import { requireRole } from "#server/trpc.ts";
import { csvResponse } from "../../../_csv/csv-response.ts";
import { t } from "../../words.ts";

const partSize = 2_000;

/** Every address that is left alone, as a CSV file that is written while it is read. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[workspace]/contacts/suppressions/export">,
): Promise<Response> {
  const { workspace } = await params;
  try {
    const { rt, user } = await requestContext(request.headers);
    const member = required(user);
    const part = (cursor: string | undefined) =>
      asMember(rt, member, workspace, (ctx) => {
        requireRole(ctx, "manager");
        return listSuppressions(ctx, { limit: partSize, ...(cursor && { cursor }) });
      });
    const first = await part(undefined);
    return csvResponse(t("stops.exportFile"), csvStream(lines(first, part), { bom: true }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(null, { status: error.code === "UNAUTHENTICATED" ? 401 : 404 });
  }
}

type Part = Awaited<ReturnType<typeof listSuppressions>>;

async function* lines(first: Part, part: (cursor: string) => Promise<Part>): AsyncGenerator<CsvCell[]> {
  yield (["address", "name", "reason", "scope", "until", "since", "source", "hash"] as const).map((column) =>
    t(`stops.column.${column}`),
  );
  for (let page = first; ; ) {
    yield* page.suppressions.map((one) => [
      one.email,
      one.name,
      t(`stops.because.${one.reason}`),
      t(`stops.reach.${one.scope}`),
      one.until?.toISOString() ?? t("stops.forGood"),
      one.since.toISOString(),
      one.source,
      one.addressHash,
    ]);
    if (!page.next) return;
    page = await part(page.next);
  }
}
