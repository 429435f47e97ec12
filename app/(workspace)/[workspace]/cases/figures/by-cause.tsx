import { numberText } from "#app/_i18n/format.ts";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import { type Figures, sharesOf } from "#server/follow-up/rules.ts";
import { percentOf } from "#server/nps/rate.ts";
import { FigurePanel } from "./figure-panel.tsx";
import { casesAddress, type Shown } from "./view.ts";
import { rateInWords, words } from "./words.ts";

/** Why cases had come that were closed, those of most closings first, each with what is beneath it. */
export function ByCause(shown: Shown) {
  const t = words();
  const { causes, whole } = shown.found;
  if (causes.length === 0) return null;
  const title = t("causes.title");
  const link = (cause: { id: string; name: string }, text = cause.name) => (
    <TextLink
      href={casesAddress(shown, { view: "closed", cause: cause.id })}
      aria-label={t("causes.read", { name: text })}
    >
      {text}
    </TextLink>
  );
  return (
    <FigurePanel title={title} shown={shown} table="causes">
      <Table caption={title} dense>
        <thead>
          <tr>
            <Th>{t("causes.cause")}</Th>
            <Th numeric>{t("column.closed")}</Th>
            <Th numeric>{t("causes.of")}</Th>
            <Th numeric>{t("column.reopened")}</Th>
            <Th numeric>{t("column.answered")}</Th>
            <Th numeric>{t("column.solved")}</Th>
          </tr>
        </thead>
        {causes.map(({ cause, figures, verdict, beneath }) => (
          <tbody key={cause?.id ?? ""}>
            <tr>
              <Th scope="row">{cause ? link(cause) : t("causes.none")}</Th>
              <Cells figures={figures} of={whole.closed} said={t(`teams.verdict.${verdict}`)} />
            </tr>
            {beneath.map(({ cause: leaf, general, figures: some }) => (
              <tr key={leaf.id}>
                <Th scope="row" className="pl-6 font-normal">
                  {general ? t("causes.general", { name: leaf.name }) : link(leaf)}
                </Th>
                <Cells figures={some} of={whole.closed} />
              </tr>
            ))}
          </tbody>
        ))}
      </Table>
      <p className="mt-2 max-w-[90ch] text-sm text-muted">{t("counts")}</p>
    </FigurePanel>
  );
}

function Cells({ figures, of, said }: { figures: Figures; of: number; said?: string }) {
  const t = words();
  const { reopened, recovered } = sharesOf(figures);
  const percent = percentOf({ count: figures.closed, of });
  return (
    <>
      <Td numeric>{numberText(figures.closed)}</Td>
      <Td numeric>{percent === null ? "–" : t("percent", { percent })}</Td>
      <Td numeric>{rateInWords(reopened)}</Td>
      <Td numeric>{numberText(figures.answered)}</Td>
      <Td numeric>
        {rateInWords(recovered)}
        {said && <span className="block text-muted">{said}</span>}
      </Td>
    </>
  );
}
