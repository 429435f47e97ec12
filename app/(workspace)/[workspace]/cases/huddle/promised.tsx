import { numberText } from "#app/_i18n/format.ts";
import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { TextLink } from "#app/_ui/text-link.tsx";
import type { getHuddle } from "#server/follow-up/huddle.ts";
import { Figure } from "../../dashboard/figure.tsx";
import { dueInWords } from "../_promise/words.ts";
import { words as ofFigures, rate, rateInWords } from "../figures/words.ts";
import { words } from "../words.ts";
import { t } from "./words.ts";

type Found = Awaited<ReturnType<typeof getHuddle>>["promised"];

type PromisedProps = {
  workspace: string;
  promised: Found;
  /** Whether it is told of every team. */
  ofAll: boolean;
  now: Date;
  timezone: string;
};

const keptOf = ({ inTime, late, missed }: Found["whole"]) => ({ count: inTime, of: inTime + late + missed });

/** What was promised to customers: how much of it was kept by its day, and what is to be kept next. */
export function Promised({ workspace, promised, ofAll, now, timezone }: PromisedProps) {
  const { whole, teams, next } = promised;
  const { late, missed, moved } = whole;
  return (
    <Section title={t("promised.title")} space="rule">
      <dl className="grid gap-x-10 gap-y-6 sm:grid-cols-3">
        <Figure term={t("promised.made")} value={numberText(whole.made)} />
        <Figure
          term={t("promised.kept")}
          {...rate(keptOf(whole))}
          links={[{ label: t("promised.rest", { late, missed, moved }), href: undefined }]}
        />
        <Figure
          term={t("promised.open")}
          value={numberText(whole.open)}
          href={`/${workspace}/cases?view=promised`}
          note={ofFigures()("figure.overdue", { n: whole.overdue })}
        />
      </dl>
      {ofAll && teams.some(({ id }) => id !== null) && <ByTeam teams={teams} />}
      {next.length === 0 ? (
        <p className="mt-5 text-muted">{t("promised.none")}</p>
      ) : (
        <ul aria-label={t("promised.next")} className="mt-5">
          {next.map((one) => (
            <li key={one.id} className="break-inside-avoid border-b border-line py-3">
              <TextLink href={`/${workspace}/cases/${one.caseId}`}>
                {[one.name ?? ofFigures()("figure.somebody"), one.company].filter(Boolean).join(" · ")}
              </TextLink>
              <p className="max-w-[66ch] break-words">{one.text}</p>
              <p className="text-sm text-muted">
                {dueInWords(one.dueOn, now, timezone).text} · {one.ownerName ?? words()("unassigned")}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function ByTeam({ teams }: Pick<Found, "teams">) {
  return (
    <div className="mt-5">
      <Table caption={t("promised.teams")} dense>
        <thead>
          <tr>
            <Th>{ofFigures()("team")}</Th>
            <Th numeric>{t("promised.made")}</Th>
            <Th numeric>{t("promised.kept")}</Th>
            <Th numeric>{t("promised.open")}</Th>
            <Th numeric>{t("promised.overdue")}</Th>
          </tr>
        </thead>
        <tbody>
          {teams.map(({ id, name, counts }) => (
            <tr key={id ?? ""}>
              <Th scope="row" className="font-normal">
                {name ?? ofFigures()("noTeam")}
              </Th>
              <Td numeric>{numberText(counts.made)}</Td>
              <Td numeric>{rateInWords(keptOf(counts))}</Td>
              <Td numeric>{numberText(counts.open)}</Td>
              <Td numeric>{numberText(counts.overdue)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
