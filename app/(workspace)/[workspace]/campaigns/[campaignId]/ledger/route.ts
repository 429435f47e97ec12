import { requestContext } from "#app/_trpc/request-context.ts";
import { required } from "#server/auth/auth.ts";
import { requireCampaign } from "#server/campaign/queries.ts";
import { type LedgerCursor, type LedgerRow, readLedger } from "#server/campaign/read-ledger.ts";
import { CampaignId } from "#server/campaign/schema.ts";
import { type CsvCell, csvStream } from "#server/csv/write.ts";
import { asMember } from "#server/entry.ts";
import { DomainError } from "#server/errors.ts";
import { requireRole } from "#server/trpc.ts";
import { csvResponse } from "../../../_csv/csv-response.ts";
import { t } from "../../_campaigns/words.ts";

const partSize = 2_000;

/** Everybody the campaign chose, asked or not and why, as a CSV file that is written while it is read. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[workspace]/campaigns/[campaignId]/ledger">,
): Promise<Response> {
  const { workspace, campaignId } = await params;
  const parsed = CampaignId.safeParse({ id: campaignId });
  if (!parsed.success) return new Response(null, { status: 404 });
  try {
    const { rt, user } = await requestContext(request.headers);
    const member = required(user);
    const { name } = await asMember(rt, member, workspace, (ctx) => {
      requireRole(ctx, "manager");
      return requireCampaign(ctx, parsed.data.id);
    });
    const part = (cursor: LedgerCursor | null) =>
      asMember(rt, member, workspace, (ctx) =>
        readLedger(ctx, { id: parsed.data.id, cursor, limit: partSize }),
      );
    return csvResponse(`${name} ${t("ledger.file")}`, csvStream(lines(part), { bom: true }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(null, { status: error.code === "UNAUTHENTICATED" ? 401 : 404 });
  }
}

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
