import { forMembers } from "#app/_security/guarded-route.ts";
import { type CsvCell, csvStream } from "#server/csv/write.ts";
import { listSuppressions } from "#server/suppression/queries.ts";
import { csvResponse } from "../../../_csv/csv-response.ts";
import { sourceInWords } from "../../source-in-words.ts";
import { t } from "../../words.ts";

const partSize = 2_000;

/** Every address that is left alone, as a CSV file that is written while it is read. */
export const GET = forMembers("manager", async ({ enter, record }) => {
  const part = (cursor: string | undefined) =>
    enter((ctx) => listSuppressions(ctx, { limit: partSize, ...(cursor && { cursor }) }));
  const first = await part(undefined);
  await record("exports.suppressions");
  return csvResponse(t("stops.exportFile"), csvStream(lines(first, part), { bom: true }));
});

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
      sourceInWords(one.source),
      one.addressHash,
    ]);
    if (!page.next) return;
    page = await part(page.next);
  }
}
