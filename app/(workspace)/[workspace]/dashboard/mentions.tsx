import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import { shareOf } from "#server/dashboard/group-verdict.ts";
import { total } from "#server/nps/groups.ts";
import { Linked } from "./linked.tsx";
import { Panel } from "./panel.tsx";
import type { Shown } from "./places.ts";
import { comparedWith } from "./since.ts";
import { percentOf, words } from "./words.ts";

/** The reasons customers chose, most chosen first, and how the score of those who did lies beside the others; each filters. */
export function Mentions({ view, found, places }: Shown) {
  const t = words();
  if (found.mentions.length === 0) return null;
  const of = (counts: Shown["found"]["counts"]) =>
    view.group ? shareOf(view.group, counts).count : total(counts);
  const share = (count: number, counts: Shown["found"]["counts"]) =>
    t("mentions.share", { n: count, percent: percentOf({ count, of: of(counts) }) });
  const most = Math.max(...found.mentions.map(({ counts }) => total(counts)));
  const before = comparedWith(found);
  return (
    <Panel
      title={t("mentions.title")}
      name="mentions"
      space="rule"
      places={places}
      about={<p>{t("about.mentions")}</p>}
    >
      <Table caption={t("mentions.title")} dense>
        <thead>
          <tr>
            <Th>{t("mentions.reason")}</Th>
            <Th>{t("mentions.answers")}</Th>
            {before && (
              <Th numeric className="max-sm:hidden">
                {t("mentions.before")}
              </Th>
            )}
            {!view.group && (
              <Th numeric className="max-sm:min-w-36 max-sm:whitespace-normal">
                {t("mentions.effect")}
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {found.mentions.map(({ value, name, counts, effect, before: early }) => (
            <tr key={value}>
              <Th scope="row" className="font-normal">
                <TextLink href={places.dashboard({ driver: value })}>{name}</TextLink>
              </Th>
              <Td className="sm:w-2/5">
                <span className="flex items-center gap-3 whitespace-nowrap tabular-nums">
                  <span
                    aria-hidden="true"
                    className="hatch h-3 rounded-mark bg-brand max-sm:hidden"
                    style={{ width: `${(total(counts) / most) * 60}%` }}
                  />
                  <Linked
                    to={places.answers?.({ ...found.days, driver: value })}
                    label={t("mentions.read", { n: total(counts), name })}
                  >
                    {share(total(counts), found.counts)}
                  </Linked>
                </span>
                {before && early && (
                  <span className="block text-xs whitespace-nowrap text-muted tabular-nums sm:hidden">
                    {t("was", { percent: percentOf({ count: total(early), of: of(before) }) })}
                  </span>
                )}
              </Td>
              {before && (
                <Td numeric className="max-sm:hidden">
                  {early ? share(total(early), before) : "–"}
                </Td>
              )}
              {!view.group && (
                <Td numeric className="max-sm:whitespace-normal">
                  {effect
                    ? t("mentions.points", {
                        points: pointsText(effect.difference),
                        low: pointsText(effect.low),
                        high: pointsText(effect.high),
                      })
                    : t("mentions.few")}
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {!view.group && <p className="mt-2 text-sm text-muted">{t("mentions.note")}</p>}
    </Panel>
  );
}
