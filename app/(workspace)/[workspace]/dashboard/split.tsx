import { numberText } from "#app/_i18n/format.ts";
import { AsTable } from "#app/_ui/as-table.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import type { SplitPart } from "#app/(workspace)/_nps/split-bar.tsx";
import { shareOf } from "#server/dashboard/group-verdict.ts";
import { GROUPS, type Group } from "#server/nps/groups.ts";
import { Linked } from "./linked.tsx";
import { LiveSplit } from "./live-headline.tsx";
import { Panel } from "./panel.tsx";
import type { Shown } from "./places.ts";
import { comparedWith } from "./since.ts";
import { percentOf, words } from "./words.ts";

/** Who answered: all answers by group, now and before, and how many of those who were asked. */
export function Split({ found, places, parts }: Shown & { parts: SplitPart[] }) {
  const t = words();
  const { counts, asked, days } = found;
  const before = comparedWith(found);
  const share = (group: Group) => t("percent", { percent: percentOf(shareOf(group, counts)) });
  return (
    <Panel title={t("split")} name="split" space="none" places={places} about={<p>{t("about.split")}</p>}>
      <LiveSplit own={parts} label={t("split")} />
      {asked && asked.sent > 0 && (
        <p className="mt-4 text-sm text-muted">
          <Linked to={places.asked}>{t("rate.people", asked)}</Linked>{" "}
          {t("rate.answered", { percent: percentOf({ count: asked.answered, of: asked.sent }) })}
        </p>
      )}
      <AsTable show={t("trend.table")}>
        <Table caption={t("split")} dense>
          <thead>
            <tr>
              <Th>{t("splitTable.group")}</Th>
              <Th numeric>{t("splitTable.n")}</Th>
              <Th numeric>{t("splitTable.share")}</Th>
              {before && <Th numeric>{t("splitTable.before")}</Th>}
              {before && <Th numeric>{t("splitTable.shareBefore")}</Th>}
            </tr>
          </thead>
          <tbody>
            {GROUPS.map((group) => (
              <tr key={group}>
                <Th scope="row" className="font-normal">
                  {t(`groupTitle.${group}`)}
                </Th>
                <Td numeric>
                  <Linked
                    to={places.answers?.({ ...days, group })}
                    label={t(`groups.${group}`, { n: counts[`${group}s`] })}
                  >
                    {numberText(counts[`${group}s`])}
                  </Linked>
                </Td>
                <Td numeric>{share(group)}</Td>
                {before && <Td numeric>{numberText(before[`${group}s`])}</Td>}
                {before && <Td numeric>{t("percent", { percent: percentOf(shareOf(group, before)) })}</Td>}
              </tr>
            ))}
          </tbody>
        </Table>
      </AsTable>
    </Panel>
  );
}
