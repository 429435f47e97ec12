import { ProgressBar } from "#app/_ui/progress-bar.tsx";
import type { getImport } from "#server/import/queries.ts";
import { t } from "../words.ts";

type RunningStepProps = { found: Awaited<ReturnType<typeof getImport>> };

/** How far an import is; every tenth is read out, not every batch. */
export function RunningStep({ found: { rowsDone, rowsTotal } }: RunningStepProps) {
  const tenth = rowsTotal > 0 ? Math.floor((10 * rowsDone) / rowsTotal) * 10 : 0;
  return (
    <div className="grid max-w-xl gap-3">
      <h2 className="text-lg font-bold">{t("running.title", { n: rowsTotal })}</h2>
      <ProgressBar
        label={t("running.label")}
        words={t("running.words", { done: rowsDone, all: rowsTotal })}
        value={rowsDone}
        max={rowsTotal}
      />
      <p role="status" className="sr-only">
        {t("running.tenth", { tenth })}
      </p>
      <p className="text-muted">{t("running.text")}</p>
    </div>
  );
}
