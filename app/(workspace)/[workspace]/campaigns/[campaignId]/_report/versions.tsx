import { numberText } from "#app/_i18n/format.ts";
import { Section } from "#app/_ui/section.tsx";
import { Table, Td, Th } from "#app/_ui/table.tsx";
import { rateInWords, whenInWords } from "../../_campaigns/in-words.ts";
import type { SeenCampaign } from "../../_campaigns/seen.ts";
import { t } from "../../_campaigns/words.ts";
import { EndTest } from "./end-test.tsx";

type Test = NonNullable<SeenCampaign["test"]>;
type VersionsProps = { workspace: string; campaign: SeenCampaign; manages: boolean };

const versions = ["a", "b"] as const;

/** How the two versions of a mail do, with their uncertainty, and what was decided. Nothing without a test. */
export function Versions({ workspace, campaign, manages }: VersionsProps) {
  const { test, id, timezone } = campaign;
  if (!test) return null;
  const { comparison } = test.standing;
  return (
    <Section title={t("test.title")}>
      <Table caption={t("test.title")} dense>
        <thead>
          <tr>
            <Th>{t("test.version")}</Th>
            <Th numeric>{t("test.sent")}</Th>
            <Th numeric>{t("test.answered")}</Th>
            <Th numeric>{t("test.rate")}</Th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version}>
              <Th scope="row">{t(`test.${version}`)}</Th>
              <Td numeric>{numberText(test.arms[version].of)}</Td>
              <Td numeric>{numberText(test.arms[version].count)}</Td>
              <Td numeric>{rateInWords(test.arms[version])}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {comparison && (
        <p className="mt-3 text-sm text-muted tabular-nums">
          {t("test.difference", {
            difference: signed(comparison.difference),
            low: signed(comparison.low),
            high: signed(comparison.high),
          })}
        </p>
      )}
      <p className="mt-2 font-medium">{verdictInWords(test, timezone)}</p>
      {test.waiting > 0 && <p className="mt-1 text-muted">{t("test.waiting", { n: test.waiting })}</p>}
      {manages && !test.decision && test.waiting > 0 && campaign.state !== "cancelled" && (
        <div className="mt-3 flex flex-wrap gap-2">
          {versions.map((version) => (
            <EndTest key={version} workspace={workspace} id={id} version={version} people={test.waiting} />
          ))}
        </div>
      )}
    </Section>
  );
}

function verdictInWords({ decision, standing, ends }: Test, timezone: string): string {
  if (!decision) return t("test.goesOn", { when: whenInWords(standing.nextLookAt ?? ends, timezone) });
  if (decision.by) return t("test.byHand", { version: decision.winner === "b" ? "B" : "A" });
  if (decision.winner === null) return t("test.noWinner");
  return t(decision.winner === "b" ? "test.wonB" : "test.wonA");
}

/** Percentage points with their sign. */
const signed = (difference: number) =>
  numberText(difference * 100, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
