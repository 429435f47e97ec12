import { numberText } from "#app/_i18n/format.ts";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { shareOf } from "#server/dashboard/group-verdict.ts";
import type { Group } from "#server/nps/groups.ts";
import { Linked } from "./linked.tsx";
import type { PartRow } from "./parts.tsx";
import { percentOf, words } from "./words.ts";

type GroupPartsProps = { group: Group; by: string; rows: readonly PartRow[] };

/** How many answers of one group each part has, and which share of the part's own that is; most answers first. */
export function GroupParts({ group, by, rows }: GroupPartsProps) {
  const t = words();
  const caption = t("parts.group.caption", { by });
  return (
    <Table caption={caption} dense>
      <thead>
        <tr>
          <Th>{t("parts.name")}</Th>
          <Th numeric>{t(`groupTitle.${group}`)}</Th>
          <Th numeric>{t("parts.group.share")}</Th>
          <Th numeric>{t("parts.n")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows
          .toSorted((a, b) => b.n - a.n)
          .map((row) => {
            const share = shareOf(group, row.counts);
            return (
              <tr key={row.value}>
                <Th scope="row" className="font-normal">
                  <TextLink href={row.href}>{row.label}</TextLink>
                </Th>
                <Td numeric>
                  <Linked to={row.answers} label={t("parts.read", { n: share.count, name: row.label })}>
                    {numberText(share.count)}
                  </Linked>
                </Td>
                <Td numeric>{t("percent", { percent: percentOf(share) })}</Td>
                <Td numeric>{numberText(row.n)}</Td>
              </tr>
            );
          })}
      </tbody>
    </Table>
  );
}
