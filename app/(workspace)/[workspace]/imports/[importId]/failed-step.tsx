import { LinkButton } from "#app/_ui/link-button.tsx";
import { Notice } from "#app/_ui/notice.tsx";
import { sayToReader } from "#server/i18n/say-refusal.ts";
import type { getImport } from "#server/import/queries.ts";
import { t } from "../words.ts";

type FailedStepProps = { workspace: string; found: Awaited<ReturnType<typeof getImport>> };

/** An import that could not be done: why, and the ways on. */
export function FailedStep({ workspace, found }: FailedStepProps) {
  return (
    <div className="grid max-w-2xl gap-5">
      <Notice tone="alarm" title={t("failedTitle")} live>
        {found.failure && sayToReader(found.failure)}
      </Notice>
      <div className="flex flex-wrap gap-2">
        <LinkButton variant="primary" href={`/${workspace}/imports/${found.id}?step=check`}>
          {t("again")}
        </LinkButton>
        <LinkButton href={`/${workspace}/imports`}>{t("done.another")}</LinkButton>
      </div>
    </div>
  );
}
