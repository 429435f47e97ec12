import { numberText } from "#app/_i18n/format.ts";
import { read } from "#app/_trpc/server.ts";
import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { SumLedger } from "#server/campaign/schema.ts";
import { exclusionReasons } from "#server/invitation/rules.ts";
import { shareInWords } from "../../_campaigns/in-words.ts";
import { t } from "../../_campaigns/words.ts";

type SumsProps = {
  here: string;
  workspace: string;
  id: string;
  query: Record<string, string | string[] | undefined>;
};

const ways = ["reason", "team", "employee"] as const;

/** Everybody the campaign chose, summed by what became of them, by team or by employee; the rows add up to all of them. */
export async function Sums({ here, workspace, id, query }: SumsProps) {
  const { by } = SumLedger.parse({ id, by: query.by });
  const sums = await read((api) => api.campaign.sums({ workspace, id, by }));
  return (
    <Section title={t("sums.title")}>
      <Tabs
        label={t("sums.by")}
        items={ways.map((way) => ({
          href: `${here}?tab=people&by=${way}`,
          label: t(`sums.${way}`),
          current: way === by,
        }))}
      />
      <Table caption={t("sums.title")} dense>
        <thead>
          <tr>
            <Th>{t(`sums.${by}`)}</Th>
            <Th numeric>{t("sums.chosen")}</Th>
            {by !== "reason" && <Th numeric>{t("sums.asked")}</Th>}
            {by !== "reason" && (
              <Th numeric className="max-sm:hidden">
                {t("sums.answered")}
              </Th>
            )}
            {by !== "reason" && <Th numeric>{t("sums.leftOut")}</Th>}
            {by !== "reason" && <Th numeric>{t("sums.byHand")}</Th>}
          </tr>
        </thead>
        <tbody>
          {sums.map((sum) => (
            <tr key={sum.key}>
              <Th scope="row" className="break-words">
                {nameOf(by, sum.key)}
              </Th>
              <Td numeric>{numberText(sum.chosen)}</Td>
              {by !== "reason" && <Td numeric>{numberText(sum.asked)}</Td>}
              {by !== "reason" && (
                <Td numeric className="max-sm:hidden">
                  {sum.asked > 0 &&
                    t("answeredOf", {
                      answered: sum.answered,
                      share: shareInWords(sum.answered, sum.asked),
                    })}
                </Td>
              )}
              {by !== "reason" && <Td numeric>{numberText(sum.leftOut)}</Td>}
              {by !== "reason" && <Td numeric>{numberText(sum.byHand)}</Td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function nameOf(by: (typeof ways)[number], key: string | null): string {
  if (by !== "reason") return key || t(by === "team" ? "sums.noTeam" : "sums.noEmployee");
  const reason = exclusionReasons.find((known) => known === key);
  return reason ? t(`reason.${reason}`) : t("sums.wasAsked");
}
