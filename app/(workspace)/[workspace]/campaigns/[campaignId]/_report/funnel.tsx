import { numberText } from "#app/_i18n/format.ts";
import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import type { CampaignReport } from "#server/campaign/read-report.ts";
import { shareInWords } from "../../_campaigns/in-words.ts";
import { t } from "../../_campaigns/words.ts";

type Funnel = CampaignReport["funnel"];

const steps = ["chosen", "invited", "sent", "delivered", "answered", "commented"] as const;

/** How far the people came, from chosen to commented: each step with its share of the one before. */
export function FunnelTable({ funnel }: { funnel: Funnel }) {
  return (
    <Section title={t("funnel.title")}>
      <Table caption={t("funnel.title")} dense>
        <thead className="sr-only">
          <tr>
            <Th>{t("funnel.step")}</Th>
            <Th>{t("funnel.bar")}</Th>
            <Th numeric>{t("funnel.people")}</Th>
            <Th numeric>{t("funnel.share")}</Th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, at) => {
            const before = at > 0 ? funnel[steps[at - 1]!] : 0;
            return (
              <tr key={step}>
                <Th scope="row" className="whitespace-nowrap">
                  {t(`funnel.${step}`)}
                </Th>
                <Td className="w-full min-w-24" aria-hidden="true">
                  <div
                    className="h-3 rounded-mark bg-text forced-colors:forced-color-adjust-none"
                    style={{ width: `${funnel.chosen > 0 ? (funnel[step] / funnel.chosen) * 100 : 0}%` }}
                  />
                </Td>
                <Td numeric>{numberText(funnel[step])}</Td>
                <Td numeric className="text-muted">
                  {before > 0 && shareInWords(funnel[step], before)}
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      <p className="mt-2 max-w-[66ch] text-sm text-muted">{t("funnel.note")}</p>
    </Section>
  );
}
