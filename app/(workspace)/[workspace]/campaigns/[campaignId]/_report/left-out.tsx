import { numberText } from "#app/_i18n/format.ts";
import { read } from "#app/_trpc/server.ts";
import { PaginationLink } from "#app/_ui/pagination-link.tsx";
import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { ListExclusions } from "#server/campaign/schema.ts";
import { type ExclusionReason, exclusionReasons } from "#server/invitation/rules.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";
import { PersonName } from "./person-name.tsx";

type LeftOutProps = {
  here: string;
  workspace: string;
  campaign: SeenCampaign;
  query: Record<string, string | string[] | undefined>;
};

/** Who was not asked, by reason, with names. */
export async function LeftOut({ here, workspace, campaign, query }: LeftOutProps) {
  const { id, excluded } = campaign;
  const total = Object.values(excluded).reduce((sum, n) => sum + n, 0);
  if (total === 0) {
    return (
      <Section title={t("one.leftOut")} space="rule">
        <p className="text-muted">{t("one.leftOutNobody")}</p>
      </Section>
    );
  }
  const input = ListExclusions.parse({ id, reason: text(query.reason), cursor: text(query.cursor) });
  const { people, next } = await read((api) => api.campaign.exclusions({ workspace, ...input }));
  const reasons = exclusionReasons.filter((reason) => excluded[reason]);
  const pathTo = (reason?: ExclusionReason) => `${here}?tab=people${reason ? `&reason=${reason}` : ""}`;

  return (
    <Section title={t("one.leftOut")} space="rule">
      <p className="mb-3 max-w-[66ch] text-muted">{t("one.leftOutText", { n: total })}</p>
      {campaign.leftOut?.why && excluded.left_out_by_hand && (
        <p className="mb-3 max-w-[66ch] break-words">{t("one.leftOutWhy", { why: campaign.leftOut.why })}</p>
      )}
      {reasons.length > 1 && (
        <Tabs
          label={t("one.reason")}
          items={[
            {
              href: pathTo(),
              label: t("one.everybody"),
              count: numberText(total),
              current: !input.reason,
            },
            ...reasons.map((reason) => ({
              href: pathTo(reason),
              label: t(`reason.${reason}`),
              count: numberText(excluded[reason] ?? 0),
              current: input.reason === reason,
            })),
          ]}
        />
      )}
      <Table caption={t("one.leftOut")} dense>
        <thead>
          <tr>
            <Th>{t("one.person")}</Th>
            <Th className="max-sm:hidden">{t("one.address")}</Th>
            <Th>{t("one.reason")}</Th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={`${person.contactId}${person.occasion}`}>
              <Th scope="row" className="break-words">
                <PersonName workspace={workspace} person={person} />
              </Th>
              <Td className="break-all max-sm:hidden">{person.email}</Td>
              <Td>
                {t(`reason.${person.reason}`)}
                {person.excludedBy && (
                  <span className="block text-muted">{t("one.leftOutBy", { name: person.excludedBy })}</span>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {next && (
        <div className="mt-4">
          <PaginationLink
            rel="next"
            label={t("one.more")}
            href={`${here}?${new URLSearchParams({ tab: "people", ...(input.reason && { reason: input.reason }), cursor: next })}`}
          />
        </div>
      )}
    </Section>
  );
}

const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);
