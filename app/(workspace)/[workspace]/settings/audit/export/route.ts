import { forMembers } from "#app/_security/guarded-route.ts";
import { type AuditEntry, entriesAfter } from "#server/audit/queries.ts";
import { AuditFilter } from "#server/audit/schema.ts";
import { type CsvCell, csvStream } from "#server/csv/write.ts";
import { csvResponse } from "../../../_csv/csv-response.ts";
import { sayActor, sayEntry } from "../say.ts";
import { sayLabel } from "../say-code.ts";
import { t } from "../words.ts";

const partSize = 2_000;

/** The entries that the same address shows, as a CSV file that is written while it is read; that it was is an entry. */
export const GET = forMembers("admin", async ({ request, enter, record }) => {
  const filter = AuditFilter.parse(Object.fromEntries(request.nextUrl.searchParams));
  const { family, from, to } = filter;
  await record("exports.audit", { after: { family, from, to } });
  const part = (cursor: string | null) => enter((ctx) => entriesAfter(ctx, filter, cursor, partSize));
  return csvResponse(t("file"), csvStream(lines(await part(null), part), { bom: true }));
});

type Part = Awaited<ReturnType<typeof entriesAfter>>;
const columns = [
  ...(["at", "who", "kind", "action", "sentence", "what", "id"] as const),
  ...(["before", "after", "from", "request"] as const),
];

async function* lines(first: Part, part: (cursor: string) => Promise<Part>): AsyncGenerator<CsvCell[]> {
  yield columns.map((column) => t(`column.${column}`));
  for (let page = first; ; ) {
    yield* page.entries.map(cellsOf);
    if (!page.next) return;
    page = await part(page.next);
  }
}

const cellsOf = (entry: AuditEntry): CsvCell[] => [
  entry.at,
  sayActor(entry),
  entry.actorKind,
  entry.action,
  sayEntry(entry),
  sayLabel(entry),
  entry.subjectId,
  JSON.stringify(entry.before),
  JSON.stringify(entry.after),
  entry.address,
  entry.requestId,
];
