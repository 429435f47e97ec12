import { numberText } from "#app/_i18n/format.ts";
import { Chip } from "#app/_ui/chip.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { listSurveys } from "#server/survey/queries.ts";
import { t } from "./words.ts";

type SurveyTableProps = { workspace: string; surveys: Awaited<ReturnType<typeof listSurveys>> };

export function SurveyTable({ workspace, surveys }: SurveyTableProps) {
  return (
    <Table caption={t("title")}>
      <thead>
        <tr>
          <Th>{t("name")}</Th>
          <Th>{t("kind")}</Th>
          <Th className="max-sm:hidden">{t("touchpoint")}</Th>
          <Th numeric className="max-sm:hidden">
            {t("campaigns")}
          </Th>
          <Th numeric>{t("answers")}</Th>
        </tr>
      </thead>
      <tbody>
        {surveys.map(({ id, name, kind, touchpoint, campaigns, responses, draft }) => (
          <tr key={id}>
            <Th scope="row">
              <TextLink href={`/${workspace}/surveys/${id}/edit`}>{name}</TextLink>{" "}
              {draft && <Chip>{t("draft")}</Chip>}
            </Th>
            <Td>{kind === "relationship" ? t("kindRelationship") : t("kindTransactional")}</Td>
            <Td className="max-sm:hidden">{touchpoint || "–"}</Td>
            <Td numeric className="max-sm:hidden">
              {numberText(campaigns)}
            </Td>
            <Td numeric>{numberText(responses)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
