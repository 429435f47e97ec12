import { Chip } from "#app/_ui/chip.tsx";
import { ProgressBar } from "#app/_ui/progress-bar.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { formatNps, npsOf } from "#server/nps/score.ts";
import { presentationOf } from "#server/nps/show.ts";
import { audienceInWords, type Campaign, shareInWords, stateInWords } from "./in-words.ts";
import { t } from "./words.ts";

/** Campaigns as rows; each name leads to its page. On a phone people and survey stand under the name. */
export function CampaignTable({ here, campaigns }: { here: string; campaigns: Campaign[] }) {
  return (
    <Table caption={t("list")}>
      <thead>
        <tr>
          <Th>{t("column.name")}</Th>
          <Th>{t("column.state")}</Th>
          <Th className="max-md:hidden">{t("column.audience")}</Th>
          <Th className="max-sm:hidden">{t("column.sent")}</Th>
          <Th numeric>{t("column.answered")}</Th>
          <Th numeric className="max-sm:hidden">
            {t("column.nps")}
          </Th>
        </tr>
      </thead>
      <tbody>
        {campaigns.map((campaign) => (
          <tr key={campaign.id}>
            <Th scope="row" className="break-words">
              <TextLink href={`${here}/${campaign.id}`}>{campaign.name}</TextLink>
              <span className="block font-normal text-muted">{campaign.survey}</span>
            </Th>
            <Td>
              <Chip tone={campaign.overdue ? "warn" : "plain"}>{stateInWords(campaign)}</Chip>
            </Td>
            <Td className="max-md:hidden">{audienceInWords(campaign)}</Td>
            <Td className="min-w-40 max-sm:hidden">
              <Sent campaign={campaign} />
            </Td>
            <Td numeric>
              {campaign.counts.sent > 0 &&
                t("answeredOf", {
                  answered: campaign.counts.answered,
                  share: shareInWords(campaign.counts.answered, campaign.counts.sent),
                })}
            </Td>
            <Td numeric className="max-sm:hidden">
              {presentationOf(campaign.counts.answered) !== "counts" && formatNps(npsOf(campaign.counts))}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Sent({ campaign: { counts, name } }: { campaign: Campaign }) {
  if (counts.invited === 0) return <span className="text-muted">{t("nobodySent")}</span>;
  const { sent, invited } = counts;
  return <ProgressBar label={name} words={t("sentOf", { sent, invited })} value={sent} max={invited} />;
}
