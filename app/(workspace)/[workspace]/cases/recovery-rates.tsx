import { AsTable } from "#app/_ui/as-table.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { FEWEST_FOR_A_SCORE } from "#server/nps/show.ts";
import type { Recoveries, recoveriesBy } from "#server/recovery/recoveries-by.ts";
import { words } from "./words.ts";

type Rates = Awaited<ReturnType<typeof recoveriesBy>>;

/** How many customers say that their case is solved, in a line; by team and by cause in tables behind it. */
export function RecoveryRates({ rates }: { rates: Rates }) {
  const t = words();
  const { all, teams, causes } = rates;
  if (all.answered === 0) return null;
  return (
    <section aria-label={t("rates.title")} className="mt-4 text-sm">
      <p>
        {t("rates.all", { recovered: all.recovered, answered: all.answered })}
        {all.answered >= FEWEST_FOR_A_SCORE && ` ${t("rates.share", { share: shareText(all) })}`}
      </p>
      <AsTable show={t("rates.show")}>
        <div className="grid max-w-3xl gap-6 py-2">
          {teams.some(({ name }) => name !== null) && (
            <Cut caption={t("rates.byTeam")} heading={t("rates.team")} rows={teams} />
          )}
          <Cut caption={t("rates.byCause")} heading={t("rates.cause")} rows={causes} />
          <p className="text-muted">{t("rates.note")}</p>
        </div>
      </AsTable>
    </section>
  );
}

function Cut({ caption, heading, rows }: { caption: string; heading: string; rows: Recoveries[] }) {
  const t = words();
  return (
    <Table caption={caption} showCaption dense>
      <thead>
        <tr>
          <Th>{heading}</Th>
          <Th numeric>{t("rates.answered")}</Th>
          <Th numeric>{t("recovery.answer.yes")}</Th>
          <Th numeric>{t("recovery.answer.partly")}</Th>
          <Th numeric>{t("recovery.answer.no")}</Th>
          <Th numeric>{t("rates.solved")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name ?? ""}>
            <Th scope="row" className="font-normal">
              {row.name ?? t("rates.noTeam")}
            </Th>
            <Td numeric>{row.answered}</Td>
            <Td numeric>{row.recovered}</Td>
            <Td numeric>{row.partly}</Td>
            <Td numeric>{row.answered - row.recovered - row.partly}</Td>
            <Td numeric>{row.answered >= FEWEST_FOR_A_SCORE ? shareText(row) : t("rates.few")}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function shareText({ recovered, answered, interval }: Recoveries): string {
  const percent = (share: number) => Math.round(share * 100);
  const { low, high } = interval!;
  return words()("rates.percent", {
    share: percent(recovered / answered),
    low: percent(low),
    high: percent(high),
  });
}
