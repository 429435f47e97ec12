import { dateText, numberText } from "#app/_i18n/format.ts";
import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import type { CampaignReport } from "#server/campaign/read-report.ts";
import { t } from "../../_campaigns/words.ts";

const dated = { dateStyle: "medium", timeZone: "UTC" } as const;

/** What was sent and answered day by day; nothing before there are two days to compare. */
export function Days({ days }: { days: CampaignReport["days"] }) {
  if (days.length < 2) return null;
  const most = Math.max(1, ...days.map(({ answered }) => answered));
  return (
    <Section title={t("days.title")}>
      <Table caption={t("days.title")} dense>
        <thead>
          <tr>
            <Th>{t("days.day")}</Th>
            <Th numeric>{t("days.sent")}</Th>
            <Th numeric>{t("days.answered")}</Th>
            <Th className="w-full">
              <span className="sr-only">{t("funnel.bar")}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, sent, answered }) => (
            <tr key={day}>
              <Th scope="row" className="whitespace-nowrap">
                {dateText(new Date(day), dated)}
              </Th>
              <Td numeric>{numberText(sent)}</Td>
              <Td numeric>{numberText(answered)}</Td>
              <Td aria-hidden="true" className="min-w-20">
                <div
                  className="h-3 rounded-mark bg-text forced-colors:forced-color-adjust-none"
                  style={{ width: `${(answered / most) * 100}%` }}
                />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
