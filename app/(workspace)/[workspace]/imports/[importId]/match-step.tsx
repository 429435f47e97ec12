import { read } from "#app/_trpc/server.ts";
import type { getImport } from "#server/import/queries.ts";
import { t } from "../words.ts";
import { MatchForm } from "./match-form.tsx";

type MatchStepProps = { workspace: string; found: Awaited<ReturnType<typeof getImport>> };

/** The columns of the file, each with examples and what it is taken for. */
export async function MatchStep({ workspace, found }: MatchStepProps) {
  const { columns, encoding, surveys } = await read((api) =>
    api.import.columns({ workspace, importId: found.id }),
  );
  return (
    <>
      <p className="mb-4 text-muted">{t("match.status", { rows: found.rowsTotal, encoding })}</p>
      <MatchForm
        workspace={workspace}
        importId={found.id}
        kind={found.kind}
        columns={columns}
        surveys={surveys}
        surveyId={found.surveyId}
        ground={found}
      />
    </>
  );
}
