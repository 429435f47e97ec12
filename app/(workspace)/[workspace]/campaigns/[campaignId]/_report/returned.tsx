import { numberText } from "#app/_i18n/format.ts";
import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import type { CampaignReport } from "#server/campaign/read-report.ts";
import { t } from "../../_campaigns/words.ts";

/** Why mails came back or were refused, what that means, and what to do. Nothing when all stayed where they were sent. */
export function Returned({ returns }: { returns: CampaignReport["returns"] }) {
  if (returns.length === 0) return null;
  return (
    <Section title={t("returned.title")} space="rule">
      <Table caption={t("returned.title")}>
        <thead>
          <tr>
            <Th>{t("returned.reason")}</Th>
            <Th numeric>{t("returned.mails")}</Th>
            <Th className="max-md:hidden">{t("returned.next")}</Th>
          </tr>
        </thead>
        <tbody>
          {returns.map(({ reason, n }) => (
            <tr key={reason}>
              <Th scope="row">
                {t(`returned.why.${reason}`)}
                <span className="block font-normal text-muted md:hidden">{t(`returned.do.${reason}`)}</span>
              </Th>
              <Td numeric>{numberText(n)}</Td>
              <Td className="max-w-[52ch] text-muted max-md:hidden">{t(`returned.do.${reason}`)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
