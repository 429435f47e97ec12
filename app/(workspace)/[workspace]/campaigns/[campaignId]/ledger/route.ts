import { forMembers } from "#app/_security/guarded-route.ts";
import { requireCampaign } from "#server/campaign/queries.ts";
import { type LedgerCursor, type LedgerRow, readLedger } from "#server/campaign/read-ledger.ts";
import { CampaignId } from "#server/campaign/schema.ts";
import { type CsvCell, csvStream } from "#server/csv/write.ts";
import { csvResponse } from "../../../_csv/csv-response.ts";
import { t } from "../../_campaigns/words.ts";

type Params = { workspace: string; campaignId: string };

const partSize = 2_000;

/** Everybody the campaign chose, asked or not and why, as a CSV file that is written while it is read. */
export const GET = forMembers<Params>("manager", async ({ params: { campaignId }, enter, record }) => {
  const parsed = CampaignId.safeParse({ id: campaignId });
  if (!parsed.success) return new Response(null, { status: 404 });
  const { id } = parsed.data;
  const { name } = await enter((ctx) => requireCampaign(ctx, id));
  await record("exports.asked", { id, label: name });
  const part = (cursor: LedgerCursor | null) =>
    enter((ctx) => readLedger(ctx, { id, cursor, limit: partSize }));
  return csvResponse(`${name} ${t("ledger.file")}`, csvStream(lines(part), { bom: true }));
});

async function* lines(
  part: (cursor: LedgerCursor | null) => ReturnType<typeof readLedger>,
): AsyncGenerator<CsvCell[]> {
  yield (
    ["name", "email", "id", "team", "employee", "asked", "reason", "by", "sent", "answered"] as const
  ).map((column) => t(`ledger.${column}`));
  for (let cursor: LedgerCursor | null = null; ; ) {
    const { rows, next } = await part(cursor);
    yield* rows.map(cellsOf);
    if (!next) return;
    cursor = next;
  }
}

const cellsOf = (row: LedgerRow): CsvCell[] => [
  row.name,
  row.email,
  row.externalId,
  row.team,
  row.employee,
  row.mail ? t(`one.mails.${row.mail === "in_doubt" ? "inDoubt" : row.mail}`) : t("ledger.notAsked"),
  row.reason && t(`reason.${row.reason}`),
  row.excludedBy,
  row.sentAt,
  row.answeredAt,
];
