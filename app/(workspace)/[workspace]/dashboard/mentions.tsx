import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { pointsText } from "#app/(workspace)/_nps/points-text.ts";
import { total } from "#server/nps/groups.ts";
import type { Shown } from "./places.ts";
import { words } from "./words.ts";

/** The reasons customers chose, most chosen first, and how the score of those who did lies beside the others; each filters. */
export function Mentions({ found, places }: Shown) {
  const t = words();
  if (found.mentions.length === 0) return null;
  const whole = Math.max(1, total(found.counts));
  const most = Math.max(...found.mentions.map(({ counts }) => total(counts)));
  return (
    <Section title={t("mentions.title")} space="rule">
      <Table caption={t("mentions.title")} dense>
        <thead>
          <tr>
            <Th>{t("mentions.reason")}</Th>
            <Th>{t("mentions.answers")}</Th>
            <Th numeric className="whitespace-normal">
              {t("mentions.effect")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {found.mentions.map(({ value, name, counts, effect }) => (
            <tr key={value}>
              <Th scope="row" className="font-normal">
                <TextLink href={places.dashboard({ driver: value })}>{name}</TextLink>
              </Th>
              <Td className="sm:w-1/2">
                <span className="flex items-center gap-3 whitespace-nowrap tabular-nums">
                  <span
                    aria-hidden="true"
                    className="h-3 rounded-mark bg-brand max-sm:hidden"
                    style={{ width: `${(total(counts) / most) * 60}%` }}
                  />
                  {t("mentions.share", {
                    n: total(counts),
                    percent: Math.round((total(counts) / whole) * 100),
                  })}
                </span>
              </Td>
              <Td numeric>
                {effect
                  ? t("mentions.points", {
                      points: pointsText(effect.difference),
                      low: pointsText(effect.low),
                      high: pointsText(effect.high),
                    })
                  : t("mentions.few")}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-2 text-sm text-muted">{t("mentions.note")}</p>
    </Section>
  );
}
