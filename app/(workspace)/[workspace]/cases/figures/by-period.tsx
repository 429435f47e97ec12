import { numberText } from "#app/_i18n/format.ts";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { type Figures, sharesOf } from "#server/follow-up/rules.ts";
import { FigurePanel } from "./figure-panel.tsx";
import { casesAddress, periodOf, type Shown } from "./view.ts";
import { hoursInWords, rateInWords, words } from "./words.ts";

/** Every figure week by week or month by month. */
export function ByPeriod(shown: Shown) {
  const t = words();
  const { periods, bucket } = shown.found;
  const title = t(`periods.${bucket}`);
  return (
    <FigurePanel title={title} shown={shown} table="periods">
      <Table caption={title} dense>
        <thead>
          <tr>
            <Th>{t("periods.period")}</Th>
            <FigureHeads />
          </tr>
        </thead>
        <tbody>
          {periods.map(({ start, figures }) => {
            const { label, from, to } = periodOf(shown, start);
            return (
              <tr key={start}>
                <Th scope="row" className="font-normal whitespace-nowrap">
                  {figures.opened > 0 ? (
                    <TextLink href={casesAddress(shown, { from, to })}>{label}</TextLink>
                  ) : (
                    label
                  )}
                </Th>
                <FigureCells figures={figures} />
              </tr>
            );
          })}
        </tbody>
      </Table>
      <p className="mt-2 max-w-[90ch] text-sm text-muted">{t("counts")}</p>
    </FigurePanel>
  );
}

/** The headings of what a part is told with. */
export function FigureHeads() {
  const t = words();
  return (
    <>
      <Th numeric>{t("column.opened")}</Th>
      <Th numeric>{t("column.median")}</Th>
      <Th numeric>{t("column.ninetieth")}</Th>
      <Th numeric>{t("column.inTime")}</Th>
      <Th numeric>{t("column.closed")}</Th>
      <Th numeric>{t("column.reopened")}</Th>
      <Th numeric>{t("column.solved")}</Th>
    </>
  );
}

type Said = Partial<Record<"inTime" | "reopened" | "recovered", string>>;

/** What a part is told with; `said` beside a rate what may be said of it. */
export function FigureCells({ figures, said = {} }: { figures: Figures; said?: Said }) {
  const { inTime, reopened, recovered } = sharesOf(figures);
  const time = (minutes: number | null) => (minutes === null ? "–" : hoursInWords(minutes));
  const rate = (words: string | undefined, text: string) => (
    <Td numeric>
      {text}
      {words && <span className="block text-muted">{words}</span>}
    </Td>
  );
  return (
    <>
      <Td numeric>{numberText(figures.opened)}</Td>
      <Td numeric>{time(figures.medianWorking)}</Td>
      <Td numeric>{time(figures.ninetiethWorking)}</Td>
      {rate(said.inTime, rateInWords(inTime))}
      <Td numeric>{numberText(figures.closed)}</Td>
      {rate(said.reopened, rateInWords(reopened))}
      {rate(said.recovered, rateInWords(recovered))}
    </>
  );
}
