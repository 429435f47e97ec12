import { Download } from "lucide-react";
import { read } from "#app/_trpc/server.ts";
import { buttonClass } from "#app/_ui/button-class.ts";
import { Icon } from "#app/_ui/icon.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import type { getImport } from "#server/import/queries.ts";
import { t } from "../words.ts";
import { ProblemTable } from "./problem-table.tsx";
import { StartButton } from "./start-button.tsx";

type CheckStepProps = { workspace: string; found: Awaited<ReturnType<typeof getImport>> };

/** What the import would do, before it does it: how many rows, and each problem with its cell. */
export async function CheckStep({ workspace, found }: CheckStepProps) {
  const check = await read((api) => api.import.check({ workspace, importId: found.id }));
  const here = `/${workspace}/imports/${found.id}`;
  const dated = Object.values(found.mapping).includes("answered");
  return (
    <>
      <p className="text-lg font-bold" role="status">
        {t("check.status", { good: check.good, bad: check.bad })}
      </p>
      {dated && (
        <p className="mt-1 text-sm text-muted">
          {t(check.dateOrder === "day-first" ? "check.dayFirst" : "check.monthFirst")}
        </p>
      )}
      {check.good === 0 && (
        <div className="mt-4">
          <Notice tone="warn" title={t("check.nothing")} />
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        {check.good > 0 && <StartButton workspace={workspace} importId={found.id} good={check.good} />}
        {check.bad > 0 && (
          <a href={`${here}/failed-rows`} download className={buttonClass({})}>
            <Icon of={Download} /> {t("check.download", { n: check.bad })}
          </a>
        )}
        <LinkButton href={`${here}?step=match`}>{t("check.back")}</LinkButton>
      </div>
      <ProblemTable check={check} />
    </>
  );
}
