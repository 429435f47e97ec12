import { Download } from "lucide-react";
import { numberText } from "#app/_i18n/format.ts";
import { buttonClass } from "#app/_ui/button-class.ts";
import { Icon } from "#app/_ui/icon.tsx";
import { KeyValueList } from "#app/_ui/key-value-list.tsx";
import { LinkButton } from "#app/_ui/link-button.tsx";
import type { getImport } from "#server/import/queries.ts";
import { t } from "../words.ts";

type ReportProps = { workspace: string; found: Awaited<ReturnType<typeof getImport>> };

/** What became of the file; the counts add up to its rows. */
export function Report({ workspace, found }: ReportProps) {
  const answers = found.kind === "responses";
  const counts = answers
    ? (["created", "unchanged", "rejected"] as const)
    : (["created", "updated", "unchanged", "rejected"] as const);
  const terms = {
    ...{ created: t("done.created"), updated: t("done.updated"), rejected: t("done.rejected") },
    unchanged: t(answers ? "done.knownBefore" : "done.repeated"),
  };
  return (
    <div className="grid max-w-xl gap-5">
      <p className="text-lg font-bold" role="status">
        {t("done.title")}
      </p>
      <KeyValueList
        items={[
          { term: t("done.rows"), value: numberText(found.rowsTotal) },
          ...counts
            .filter((name) => name !== "unchanged" || found.unchanged > 0)
            .map((name) => ({ term: terms[name], value: numberText(found[name]) })),
        ]}
      />
      <div className="flex flex-wrap gap-2">
        <LinkButton
          variant="primary"
          href={answers ? `/${workspace}/dashboard?period=all` : `/${workspace}/contacts`}
        >
          {t(answers ? "done.openDashboard" : "done.openContacts")}
        </LinkButton>
        {found.rejected > 0 && found.hasFile && (
          <a href={`/${workspace}/imports/${found.id}/failed-rows`} download className={buttonClass({})}>
            <Icon of={Download} /> {t("check.download", { n: found.rejected })}
          </a>
        )}
        <LinkButton href={`/${workspace}/imports`}>{t("done.another")}</LinkButton>
      </div>
    </div>
  );
}
