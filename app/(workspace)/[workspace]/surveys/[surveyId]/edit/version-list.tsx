import { listText } from "#app/_i18n/format.ts";
import { Button } from "#app/_ui/button.tsx";
import { Chip } from "#app/_ui/chip.tsx";
import { Moment } from "#app/_ui/moment.tsx";
import { Section } from "#app/_ui/section.tsx";
import type { listSurveyVersions } from "#server/survey/queries.ts";
import { t } from "../../_surveys/words.ts";
import { labelOf } from "./text-fields.tsx";

export type Version = Awaited<ReturnType<typeof listSurveyVersions>>[number];

type VersionListProps = {
  versions: Version[];
  published: number;
  timeZone: string;
  /** Puts a version's words into the draft; null for who may not edit. */
  onTake: ((version: Version) => void) | null;
};

/** What was published when, by whom, and what was changed by it. */
export function VersionList({ versions, published, timeZone, onTake }: VersionListProps) {
  return (
    <Section title={t("versions.title")} space="rule">
      <ol aria-label={t("versions.title")} className="grid gap-4">
        {versions.map((one) => {
          const { version, publishedAt, by, changed } = one;
          return (
            <li key={version} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
              <div className="min-w-0">
                <p className="flex flex-wrap items-baseline gap-x-3">
                  <span className="font-bold">{t("versions.version", { version })}</span>
                  {version === published && <Chip>{t("versions.inUse")}</Chip>}
                </p>
                <p className="text-sm text-muted">
                  <Moment at={publishedAt} timeZone={timeZone} />
                  {by && `, ${by}`}
                  {changed.length > 0 &&
                    ` · ${t("versions.changed", { fields: listText(changed.map(labelOf)) })}`}
                </p>
              </div>
              {onTake && version !== published && (
                <Button aria-label={t("versions.takeOf", { version })} onClick={() => onTake(one)}>
                  {t("versions.take")}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
