import { read } from "#app/_trpc/server.ts";
import { Moment } from "#app/_ui/moment.tsx";
import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { shareInWords } from "../../_campaigns/in-words.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";

/** The waves of a recurring campaign, the newest first, each a campaign of its own. */
export async function Waves({ workspace, campaign }: { workspace: string; campaign: SeenCampaign }) {
  const waves = await read((api) => api.campaign.waves({ workspace, id: campaign.id }));
  if (waves.length === 0) {
    return (
      <Section title={t("one.waves")}>
        <p className="text-muted">{t("one.noWaves")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("one.waves")}>
      <Table caption={t("one.waves")} dense>
        <thead>
          <tr>
            <Th>{t("one.wave")}</Th>
            <Th>{t("column.sent")}</Th>
            <Th>{t("column.answered")}</Th>
          </tr>
        </thead>
        <tbody>
          {waves.map(({ id, wave, startedAt, counts }) => (
            <tr key={id}>
              <Th scope="row">
                <TextLink href={`/${workspace}/campaigns/${id}`}>{t("one.waveOf", { wave })}</TextLink>
                {startedAt && (
                  <span className="block text-sm text-muted">
                    <Moment at={startedAt} timeZone={campaign.timezone} />
                  </span>
                )}
              </Th>
              <Td>{t("sentOf", { sent: counts.sent, invited: counts.invited })}</Td>
              <Td>
                {t("answeredOf", {
                  answered: counts.answered,
                  share: shareInWords(counts.answered, counts.sent),
                })}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
