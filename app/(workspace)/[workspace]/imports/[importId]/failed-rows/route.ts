import { forMembers } from "#app/_security/guarded-route.ts";
import { failedRows } from "#server/import/failed-rows.ts";
import { GetImport } from "#server/import/schema.ts";
import { inWords } from "../../answer-in-words.ts";
import { t } from "../../words.ts";

type Params = { workspace: string; importId: string };

/** The rows that were not imported, as a CSV file to mend. */
export const GET = forMembers<Params>(
  "manager",
  async ({ params: { importId }, enter, record }) => {
    const parsed = GetImport.safeParse({ importId });
    if (!parsed.success) return new Response(null, { status: 404 });
    const { csv, fileName } = await enter((ctx) => failedRows(ctx, parsed.data, t("check.failedHead")));
    await record("exports.failed_rows", { id: parsed.data.importId });
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(t("check.failedFile", { file: fileName }))}`,
        "cache-control": "no-store",
      },
    });
  },
  inWords,
);
