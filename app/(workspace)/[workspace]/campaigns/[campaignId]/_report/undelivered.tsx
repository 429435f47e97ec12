import { read } from "#app/_trpc/server.ts";
import { PaginationLink } from "#app/_ui/pagination-link.tsx";
import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { ListUndelivered } from "#server/campaign/schema.ts";
import { askedMeanwhile } from "#server/mail/rules.ts";
import { whenInWords } from "../../_campaigns/in-words.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";
import { PersonName } from "./person-name.tsx";

type UndeliveredProps = {
  here: string;
  workspace: string;
  campaign: SeenCampaign;
  query: Record<string, string | string[] | undefined>;
};

/** The mails that did not arrive, with the mail server's own words; absent when all did. */
export async function Undelivered({ here, workspace, campaign, query }: UndeliveredProps) {
  const { id, counts, timezone } = campaign;
  if (counts.failed + counts.deferred + counts.suppressed + counts.inDoubt === 0) return null;
  const input = ListUndelivered.parse({ id, cursor: query.undelivered });
  const { people, next } = await read((api) => api.campaign.undelivered({ workspace, ...input }));
  return (
    <Section title={t("one.undelivered")} space="rule">
      <p className="mb-3 text-muted">{t("one.undeliveredText")}</p>
      <Table caption={t("one.undelivered")} dense>
        <thead>
          <tr>
            <Th>{t("one.person")}</Th>
            <Th className="max-sm:hidden">{t("one.address")}</Th>
            <Th>{t("column.state")}</Th>
            <Th className="max-md:hidden">{t("one.said")}</Th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.mailId}>
              <Th scope="row" className="break-words">
                <PersonName workspace={workspace} person={person} />
              </Th>
              <Td className="break-all max-sm:hidden">{person.email}</Td>
              <Td>
                {t(`one.mails.${person.state === "in_doubt" ? "inDoubt" : person.state}`)}
                {person.state === "deferred" && (
                  <span className="block text-muted">
                    {t("one.again", { when: whenInWords(person.nextAttemptAt, timezone) })}
                  </span>
                )}
              </Td>
              <Td className="break-words max-md:hidden">
                {person.state === "suppressed"
                  ? t(person.text === askedMeanwhile ? "one.askedMeanwhile" : "one.suppressedText")
                  : person.text}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {next && (
        <div className="mt-4">
          <PaginationLink rel="next" label={t("one.more")} href={`${here}?tab=people&undelivered=${next}`} />
        </div>
      )}
    </Section>
  );
}
