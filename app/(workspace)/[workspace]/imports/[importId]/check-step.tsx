import { Download } from "lucide-react";
import { read } from "#app/_trpc/server.ts";
import { buttonClass } from "#app/_ui/button-class.ts";
import { Icon } from "#app/_ui/icon.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import type { getImport } from "#server/import/queries.ts";
import { t } from "../words.ts";
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
      <div className="mt-4 flex flex-wrap gap-2">
        {check.good > 0 ? (
          <StartButton workspace={workspace} importId={found.id} good={check.good} />
        ) : (
          <Notice tone="warn" title={t("check.nothing")} />
        )}
        {check.bad > 0 && (
          <a href={`${here}/failed-rows`} download className={buttonClass({})}>
            <Icon of={Download} /> {t("check.download", { n: check.bad })}
          </a>
        )}
        <LinkButton href={`${here}?step=match`}>{t("check.back")}</LinkButton>
      </div>
      {check.problems.length > 0 && (
        <Section title={t("check.problems")}>
          <Table caption={t("check.problems")}>
            <thead>
              <tr>
                <Th numeric>{t("check.row")}</Th>
                <Th>{t("check.column")}</Th>
                <Th>{t("check.value")}</Th>
                <Th>{t("check.reason")}</Th>
              </tr>
            </thead>
            <tbody>
              {check.problems.map((problem) => (
                <tr key={problem.row}>
                  <Td numeric>{problem.row}</Td>
                  <Td>{problem.column}</Td>
                  <Td>
                    <span className="line-clamp-2 max-w-[40ch]">
                      {problem.value || t("check.emptyValue")}
                    </span>
                  </Td>
                  <Td>{problem.reason}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
          {check.bad > check.problems.length && (
            <p className="mt-2 text-sm text-muted">
              {t("check.first", { n: check.problems.length, all: check.bad })}
            </p>
          )}
        </Section>
      )}
    </>
  );
}
